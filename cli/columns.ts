import { didYouMean } from '../src/engine/spec/nearest.ts';
import { RecipeError } from '../src/engine/types.ts';
import type { TextTable } from './parse-table.ts';

/** A CSV file as columns. null: missing. */
export interface Columns {
  readonly rows: number;
  /** The names of the numeric columns. */
  readonly names: readonly string[];
  readonly features: readonly (readonly (number | null)[])[];
  /** The true classes: numbers where all are, else texts; null without a target. */
  readonly target: readonly (number | string | null)[] | null;
  /** The columns that hold no numbers. */
  readonly ignored: readonly string[];
}

const MISSING = /^(|\?|#?na|#?n\/a|<na>|-?nan|null|none)$/i;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The numeric columns, and the target. A column counts as numeric if half of its values are numbers; in such a one anything
 * else that is not missing is an error, since a typing slip must not silently cost a column.
 * @param file its name, for messages
 * @throws RecipeError for an unknown target, no numeric column, a value that is not a number in a column of numbers
 */
export function columnsOf(table: TextTable, target: string | undefined, file: string): Columns {
  const { header, rows } = table;
  const at = target === undefined ? -1 : header.indexOf(target);
  if (target !== undefined && at < 0) {
    const known = `${file} has the columns ${header.join(', ')}${didYouMean(target, header)}`;
    throw new RecipeError('dataset.target', `unknown "${target}"; ${known}`);
  }
  const others = header.map((_, j) => j).filter((j) => j !== at);
  const numeric = others.filter((j) => isNumeric(rows, j));
  if (numeric.length === 0) throw new RecipeError('dataset.csv', `${file} has no column of numbers`);
  return {
    rows: rows.length,
    names: numeric.map((j) => header[j]!),
    features: numeric.map((j) => numbers(table, j, file)),
    target: at < 0 ? null : classes(rows, at),
    ignored: others.filter((j) => !numeric.includes(j)).map((j) => header[j]!),
  };
}

function isNumeric(rows: TextTable['rows'], j: number): boolean {
  let present = 0;
  let found = 0;
  for (const row of rows) {
    const cell = row[j]!.trim();
    if (MISSING.test(cell)) continue;
    present++;
    if (NUMBER.test(cell)) found++;
  }
  return found > 0 && found * 2 >= present;
}

function numbers({ header, rows, lines }: TextTable, j: number, file: string): (number | null)[] {
  return rows.map((row, i) => {
    const cell = row[j]!.trim();
    if (MISSING.test(cell)) return null;
    const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
    if (Number.isFinite(value)) return value;
    const place = `${file}, line ${lines[i]}, column "${header[j]}"`;
    throw new RecipeError('dataset.csv', `${place}: "${cell.slice(0, 40)}" is not a number`);
  });
}

function classes(rows: TextTable['rows'], j: number): (number | string | null)[] {
  const cells = rows.map((row) => row[j]!.trim());
  const numeric = cells.every((cell) => MISSING.test(cell) || (NUMBER.test(cell) && Number.isFinite(Number(cell))));
  return cells.map((cell) => (MISSING.test(cell) ? null : numeric ? Number(cell) : cell));
}
