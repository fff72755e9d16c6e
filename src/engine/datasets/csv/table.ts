import type { CsvRef } from '../../dataset-ref.ts';
import { didYouMean } from '../../spec/nearest.ts';
import { RecipeError, type Table } from '../../types.ts';
import { encodeClasses } from '../points.ts';
import { MISSING_CODE, NUMBER_CODE } from './column.ts';
import type { Column } from './types.ts';

type Choice = Pick<CsvRef, 'csv' | 'target' | 'columns'>;
type Columns = readonly Column[];

/** A table of chosen columns, and the rows of the file that are not in it, from 0. */
export interface ChosenTable {
  readonly table: Table;
  readonly rowsLeftOut: readonly number[];
}

/** Whether a column counts as one of numbers, be it with slips. */
export function isNumeric({ kind, values, texts }: Column): boolean {
  return kind === 'number' || kind === 'mixed' || (values.length > 0 && texts.length === 0);
}

/** The columns of numbers, but for the target: the table's where nobody chose. */
export function numericNames(columns: Columns, target: string | undefined): string[] {
  return columns.filter((column) => column.name !== target && isNumeric(column)).map(({ name }) => name);
}

/**
 * The table that a reference means: rows with a missing value in one of its columns, or without a class, are left out.
 * @throws RecipeError naming the key: an unknown column, one that holds no numbers, no row that is whole, a value that is not
 * a number in a column of numbers (its line is named)
 */
export function chosenTable(columns: Columns, ref: Choice): ChosenTable {
  const target = ref.target === undefined ? null : columnCalled(columns, ref.target, 'dataset.target', ref.csv);
  const names = ref.columns ?? numericNames(columns, ref.target);
  if (names.length === 0) throw new RecipeError('dataset.csv', `${ref.csv} has no column of numbers`);
  const chosen = names.map((name, j) => columnCalled(columns, name, `dataset.columns[${j}]`, ref.csv));
  for (const [j, column] of chosen.entries()) requireNumbers(column, j, ref.csv);
  const { kept, rowsLeftOut } = wholeRows(chosen, target);
  if (kept.length === 0) throw new RecipeError('dataset.csv', `${ref.csv} has no row without a missing value`);
  const cols = chosen.length;
  const data = new Float64Array(kept.length * cols);
  for (const [j, { values }] of chosen.entries())
    for (let i = 0; i < kept.length; i++) data[i * cols + j] = values[kept[i]!]!;
  const classes = target ? classesOf(target, kept) : { y: null, classNames: [] };
  return {
    table: {
      X: { data, rows: kept.length, cols },
      featureNames: names,
      ...classes,
      target: null,
      missing: Int32Array.from(chosen, ({ missing }) => missing),
    },
    rowsLeftOut,
  };
}

function columnCalled(columns: Columns, name: string, field: string, file: string): Column {
  const column = columns.find((one) => one.name === name);
  if (column) return column;
  const names = columns.map((one) => one.name);
  throw new RecipeError(
    field,
    `unknown "${name}"; ${file} has the columns ${names.join(', ')}${didYouMean(name, names)}`,
  );
}

function requireNumbers({ name, slip, values }: Column, j: number, file: string): void {
  if (slip) {
    const place = `${file}, line ${slip.line}, column "${name}"`;
    throw new RecipeError('dataset.csv', `${place}: "${slip.text.slice(0, 40)}" is not a number`);
  }
  if (values.length === 0) throw new RecipeError(`dataset.columns[${j}]`, `"${name}" holds no numbers`);
}

function wholeRows(chosen: Columns, target: Column | null): { kept: Int32Array; rowsLeftOut: number[] } {
  const rows = chosen[0]!.values.length;
  const holes = [...chosen, ...(target ? [target] : [])].filter(({ missing }) => missing > 0);
  const kept = new Int32Array(rows);
  const rowsLeftOut: number[] = [];
  let count = 0;
  for (let i = 0; i < rows; i++) {
    if (holes.some(({ codes }) => codes[i] === MISSING_CODE)) rowsLeftOut.push(i);
    else kept[count++] = i;
  }
  return { kept: kept.subarray(0, count), rowsLeftOut };
}

/** Classes as they stand in the file: numbers where all are, else texts. */
function classesOf({ values, codes, texts }: Column, kept: Int32Array): { y: Int32Array; classNames: string[] } {
  const isText = texts.length > 0;
  const numbers = new Map<number, number>();
  const found = new Int32Array(kept.length);
  for (const [i, row] of kept.entries()) {
    const code = codes.length > 0 ? codes[row]! : NUMBER_CODE;
    if (code >= 0) found[i] = code;
    else {
      const value = values[row]!;
      if (!numbers.has(value)) numbers.set(value, texts.length + numbers.size);
      found[i] = numbers.get(value)!;
    }
  }
  const all = [...texts, ...numbers.keys()];
  const used = [...new Set(found)];
  const { y, classNames } = encodeClasses(used.map((code) => (isText ? String(all[code]) : all[code]!)));
  const classOf = new Map(used.map((code, i) => [code, y[i]!]));
  return { y: found.map((code) => classOf.get(code)!), classNames };
}
