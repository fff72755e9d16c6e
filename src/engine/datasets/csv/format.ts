import { isMissing, numberIn } from './cells.ts';
import { isBlank, split } from './split.ts';
import type { CsvFormat, Decimal } from './types.ts';

/** Where several would do, the first: commas also stand within words and numbers. */
const SEPARATORS = ['\t', ';', '|', ','] as const;
const SAMPLE_ROWS = 100;

type Rows = readonly (readonly string[])[];

/**
 * Finds out how a table is written.
 * @param sample its beginning, whose lines end in \n
 * @param isWhole whether that is all
 * @param given what is known already
 */
export function detectFormat(sample: string, isWhole: boolean, given: Partial<CsvFormat> = {}): CsvFormat {
  const rowsBy = (sep: string) =>
    split(sample, sep, isWhole)
      .rows.filter((row) => !isBlank(row))
      .slice(0, SAMPLE_ROWS);
  const sep = given.sep ?? bestSeparator(rowsBy);
  const rows = rowsBy(sep).map((row) => row.map((cell) => cell.trim()));
  const decimal = given.decimal ?? decimalOf(rows, sep);
  return { sep, decimal, header: given.header ?? hasHeader(rows, decimal) };
}

/** The one that splits most rows into the same number of cells, more than one. */
function bestSeparator(rowsBy: (sep: string) => Rows): string {
  let best = ',';
  let bestShare = 0;
  for (const sep of SEPARATORS) {
    const rows = rowsBy(sep);
    const counts = new Map<number, number>();
    for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [cells, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
    const share = cells < 2 ? 0 : most / rows.length;
    if (share > bestShare) [best, bestShare] = [sep, share];
  }
  return best;
}

/** A comma, where numbers have one and none has a point. Between commas it would be part of the table. */
function decimalOf(rows: Rows, sep: string): Decimal {
  if (sep === ',') return '.';
  const cells = rows.flat();
  const commas = cells.some((cell) => /^[+-]?\d*,\d+(e[+-]?\d+)?$/i.test(cell));
  return commas && !cells.some((cell) => /^[+-]?\d*\.\d+(e[+-]?\d+)?$/i.test(cell)) ? ',' : '.';
}

/**
 * Names are words. A first row of which nothing is a number holds names; one of numbers alone does not; of one that has both
 * it holds names if some word of it stands over numbers.
 */
function hasHeader([first = [], ...rest]: Rows, decimal: Decimal): boolean {
  const isNumber = (cell: string) => numberIn(cell, decimal) !== null;
  const words = first.map((cell, j) => ({ cell, j })).filter(({ cell }) => !isNumber(cell) && !isMissing(cell));
  if (words.length === 0) return false;
  if (!first.some(isNumber)) return true;
  return words.some(({ j }) => {
    const below = rest.map((row) => row[j] ?? '').filter((cell) => !isMissing(cell));
    return below.length > 0 && below.filter(isNumber).length * 2 > below.length;
  });
}
