import type { Decimal } from './types.ts';

/** What stands for a value that is not there. */
const MISSING = /^(|\?|#?na|#?n\/a|<na>|-?nan|null|none)$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const NUMBER_WITH_COMMA = /^[+-]?(\d+,?\d*|,\d+)(e[+-]?\d+)?$/i;

export function isMissing(cell: string): boolean {
  return cell.length < 6 && MISSING.test(cell);
}

/** What a trimmed cell is worth; null where it is no finite number. */
export function numberIn(cell: string, decimal: Decimal): number | null {
  if (decimal === ',') {
    if (!NUMBER_WITH_COMMA.test(cell)) return null;
  } else if (!NUMBER.test(cell)) return null;
  const value = Number(decimal === ',' ? cell.replace(',', '.') : cell);
  return Number.isFinite(value) ? value : null;
}
