import type { KeptCsv } from '../../worker/files/kept.ts';

/** How many rows of a file have a value in all of these columns. */
export function wholeRows({ columns, rows }: Pick<KeptCsv, 'columns' | 'rows'>, names: readonly string[]): number {
  const holes = columns.flatMap((column) => (names.includes(column.name) && column.holes ? [column.holes] : []));
  if (holes.length === 0) return rows;
  let missing = 0;
  for (let byte = 0; byte < holes[0]!.length; byte++) {
    let bits = holes.reduce((all, one) => all | one[byte]!, 0);
    for (; bits > 0; bits &= bits - 1) missing++;
  }
  return rows - missing;
}
