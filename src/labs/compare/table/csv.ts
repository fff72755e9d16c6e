import type { Entry } from '../multiples/comparison.ts';
import { paramsWords } from '../words.ts';
import type { Column } from './columns.ts';

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The table of scores as CSV, full precision: a head line, then a line for each of `order`; what is not defined is empty. */
export function scoresCsv(
  entries: readonly Pick<Entry, 'participant' | 'recipe'>[],
  columns: readonly Pick<Column, 'id' | 'values'>[],
  order: readonly number[],
): string {
  const head = ['algorithm', 'parameters', ...columns.map(({ id }) => id)];
  const lines = order.map((i) => {
    const { participant, recipe } = entries[i]!;
    const params = recipe ? paramsWords(participant.algorithm, recipe.params) : '';
    return [participant.algorithm, params, ...columns.map(({ values }) => String(values[i] ?? ''))];
  });
  return `${[head, ...lines].map((line) => line.map(quoted).join(',')).join('\n')}\n`;
}
