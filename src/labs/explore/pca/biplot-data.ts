import type { BiplotData } from '../../../charts/explore/biplot.ts';
import type { PcaAnswer } from '../../../engine/explore/types.ts';
import type { Explored } from '../useExplore.ts';
import { percent } from '../words.ts';
import { heaviest } from './words.ts';

/** Rows that are drawn, and columns that get an arrow. */
const MOST_ROWS = 800;
const MOST_ARROWS = 8;

/** Some rows, evenly spread over the table, and the columns that weigh the most. */
export function biplotData({ summary, grouping, noun, selection }: Explored, answer: PcaAnswer): BiplotData {
  const { coords, components, columns, count, ratio } = answer;
  const n = Math.min(summary.rows, coords.length / 2);
  const step = Math.max(1, n / MOST_ROWS);
  const rows = Int32Array.from({ length: Math.min(n, MOST_ROWS) }, (_, i) => Math.floor(i * step));
  const d = columns.length;
  return {
    labels: [`component 1 (${percent(ratio[0] ?? 0)})`, `component 2 (${percent(ratio[1] ?? 0)})`],
    rows,
    x: Float64Array.from(rows, (row) => coords[2 * row]!),
    y: Float64Array.from(rows, (row) => coords[2 * row + 1]!),
    group: Int32Array.from(rows, (row) => grouping.ofRow[row] ?? -1),
    groups: grouping.looks,
    // Pixels have no names that say anything: their weights are pictures below.
    arrows: (summary.image ? [] : heaviest(answer, 2, MOST_ARROWS)).map((j) => ({
      name: summary.featureNames[columns[j]!]!,
      x: components[j]!,
      y: count > 1 ? components[d + j]! : 0,
    })),
    selection,
    words: noun,
  };
}
