import { rowOf } from '../../engine/pixels.ts';
import type { Table } from '../../engine/types.ts';

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line a row: its index, its features, its class where there is one, its cluster; with a head line. */
export function labelsCsv(table: Table, labels: Int32Array): string {
  const { X, y, classNames, featureNames } = table;
  const head = ['row', ...featureNames, ...(y ? ['class'] : []), 'cluster'];
  const lines = [head.map(quoted).join(',')];
  for (let i = 0; i < labels.length; i++) {
    const values = Array.from(rowOf(X, i), String);
    const known = y ? [quoted(classNames[y[i]!] ?? String(y[i]))] : [];
    lines.push([String(i), ...values, ...known, String(labels[i])].join(','));
  }
  return `${lines.join('\n')}\n`;
}
