import { type Matrix, RecipeError, type Table } from '../types.ts';

/**
 * A table of the user's own points. Columns are called x0, x1, … where `feature_names` does not name them; the classes
 * in `y` are encoded in sorted order as numpy.unique sorts them: numbers by value, words by code point, and all as words
 * where both occur.
 * Untrusted input: throws a RecipeError that names the entry at fault (`dataset.X[3][1]`).
 */
export function tableFromPoints(X: unknown, y?: unknown, names?: unknown): Table {
  const points = readPoints(X);
  const featureNames = names === undefined || names === null ? columnNames(points.cols) : readNames(names, points.cols);
  const classes = y === undefined || y === null ? { y: null, classNames: [] } : readClasses(y, 'dataset.y');
  if (classes.y && classes.y.length !== points.rows) {
    const expected = count(points.rows, 'entry', 'entries');
    throw new RecipeError('dataset.y', `must have ${expected} as X has rows, not ${classes.y.length}`);
  }
  return { X: points, featureNames, ...classes, target: null };
}

/**
 * Classes, finite numbers or texts, one a row, encoded as `tableFromPoints` does.
 * @param field the field that an error names
 */
export function readClasses(input: unknown, field: string): { y: Int32Array; classNames: string[] } {
  if (!Array.isArray(input)) throw new RecipeError(field, 'must be a list with one class a row');
  for (let i = 0; i < input.length; i++) {
    if (typeof input[i] !== 'string' && !isFiniteNumber(input[i])) {
      throw new RecipeError(`${field}[${i}]`, 'must be a finite number or a string');
    }
  }
  return encodeClasses(input);
}

/** What scikit-learn calls columns without names: x0, x1, … */
export function columnNames(cols: number): string[] {
  return Array.from({ length: cols }, (_, j) => `x${j}`);
}

function readNames(names: unknown, cols: number): readonly string[] {
  if (!Array.isArray(names) || names.length !== cols) {
    throw new RecipeError('dataset.feature_names', `must be a list of ${count(cols, 'name')}, one a column`);
  }
  for (let j = 0; j < cols; j++) {
    const field = `dataset.feature_names[${j}]`;
    if (typeof names[j] !== 'string') throw new RecipeError(field, 'must be a string');
    if (names.indexOf(names[j]) < j) throw new RecipeError(field, `repeats "${names[j]}"`);
  }
  return names;
}

function readPoints(X: unknown): Matrix {
  if (!Array.isArray(X)) throw new RecipeError('dataset.X', 'must be a list of rows');
  if (X.length === 0) throw new RecipeError('dataset.X', 'must have at least one row');
  const cols = readRow(X[0], 0).length;
  if (cols === 0) throw new RecipeError('dataset.X[0]', 'must have at least one number');
  const data = new Float64Array(X.length * cols);
  for (let i = 0; i < X.length; i++) {
    const row = readRow(X[i], i);
    if (row.length !== cols) {
      throw new RecipeError(
        `dataset.X[${i}]`,
        `must have ${count(cols, 'number')} as the first row has, not ${row.length}`,
      );
    }
    for (let j = 0; j < cols; j++) {
      const value = row[j];
      if (!isFiniteNumber(value)) throw new RecipeError(`dataset.X[${i}][${j}]`, 'must be a finite number');
      data[i * cols + j] = value;
    }
  }
  return { data, rows: X.length, cols };
}

function readRow(row: unknown, i: number): readonly unknown[] {
  if (!Array.isArray(row)) throw new RecipeError(`dataset.X[${i}]`, 'must be a list of numbers');
  return row;
}

/** Classes as 0, 1, 2, … in sorted order. */
export function encodeClasses(values: readonly (number | string)[]): { y: Int32Array; classNames: string[] } {
  const numeric = values.every((value) => typeof value === 'number');
  const names = values.map(String); // String(-0) is "0": both zeros are one class
  const classNames = [...new Set(names)].sort(numeric ? (a, b) => Number(a) - Number(b) : byCodePoint);
  const index = new Map(classNames.map((name, c) => [name, c]));
  return { y: Int32Array.from(names, (name) => index.get(name)!), classNames };
}

/** JavaScript compares strings by UTF-16 unit, numpy by code point: they differ above U+FFFF. */
function byCodePoint(a: string, b: string): number {
  const [p, q] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(p.length, q.length); i++) {
    const difference = p[i]!.codePointAt(0)! - q[i]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return p.length - q.length;
}

function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}
