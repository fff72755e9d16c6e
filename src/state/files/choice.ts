import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import type { CsvRef, IdxRef } from '../../engine/dataset-ref.ts';
import type { CsvFormat } from '../../engine/datasets/csv/types.ts';
import type { Recipe } from '../../engine/recipe.ts';
import type { Params } from '../../engine/types.ts';
import type { ColumnFacts, KeptCsv, KeptIdx } from '../../worker/files/kept.ts';
import { wholeRows } from './rows.ts';

/** The columns of a table that are chosen, and the one with its true classes. */
export interface Choice {
  readonly columns: readonly string[];
  readonly target: string | null;
}

/** What columns with true classes are often called. */
const CLASS_NAME =
  /^(class|target|label|labels|species|category|type|variety|cultivar|diagnosis|group|digit|y)(\b|_|$)/i;
const MOST_CLASSES = 100;
/** Columns whose ranges differ by more than this start scaled: the widest would decide alone. */
const UNEVEN = 20;
/** Of images, so many are enough for a first look. */
const FIRST_IMAGES = 10_000;

/** Whether a column can be clustered: it holds numbers and nothing else. */
export function canBeFeature({ min, texts }: ColumnFacts): boolean {
  return min !== null && texts === 0;
}

/** Whether a column can hold the true classes: more than one of them, and not one a row. */
export function canBeTarget({ kind, distinct }: ColumnFacts, rows: number): boolean {
  return kind !== 'empty' && kind !== 'constant' && distinct >= 2 && distinct <= MOST_CLASSES && distinct < rows;
}

/** What a user would most likely choose: numbers that differ and do not merely count the rows; the classes by name or as words. */
export function suggested({ columns, rows }: Pick<KeptCsv, 'columns' | 'rows'>): Choice {
  const possible = columns.filter((column) => canBeTarget(column, rows));
  const named = possible.findLast(
    ({ name, kind, distinct }) => CLASS_NAME.test(name) && (kind === 'text' || distinct <= 20),
  );
  const worded = possible.findLast(({ kind, distinct }) => kind === 'text' && distinct * 2 <= rows);
  const target = (named ?? worded)?.name ?? null;
  const numbers = columns.filter((column) => canBeFeature(column) && column.name !== target);
  const telling = numbers.filter(({ kind, missing }) => kind === 'number' && missing * 2 < rows);
  const chosen = telling.length > 0 ? telling : numbers;
  return { columns: chosen.map(({ name }) => name), target };
}

/** Says of a choice what it is not; null where it will do. */
export function problemOf(file: KeptCsv, { columns, target }: Choice): string | null {
  if (columns.length === 0) return 'Choose at least one column of numbers.';
  const rows = wholeRows(file, target === null ? columns : [...columns, target]);
  return rows === 0 ? 'Every row has a missing value in one of these columns; leave one out.' : null;
}

/** The reference to what was chosen: as short as it may be without meaning something else, here or in the terminal. */
export function csvRef(file: KeptCsv, { columns, target }: Choice): CsvRef {
  const { format, stated = {}, encoding } = file;
  // What the file does not say by itself must be said for it.
  const isSaid = (key: keyof CsvFormat, usual: CsvFormat[typeof key]) => key in stated || format[key] !== usual;
  const numeric = file.columns.filter(({ name, kind, min, texts }) => {
    return name !== target && min !== null && (texts === 0 || kind === 'mixed');
  });
  const isAll = numeric.length === columns.length && numeric.every(({ name }, j) => name === columns[j]);
  const hasHoles = numeric.some(({ missing }) => missing > 0);
  return {
    csv: file.name,
    ...(target === null ? {} : { target }),
    ...(isAll && !hasHoles ? {} : { columns }),
    ...(isSaid('sep', ',') ? { sep: format.sep } : {}),
    ...(isSaid('decimal', '.') ? { decimal: format.decimal } : {}),
    ...(isSaid('header', true) ? { header: format.header } : {}),
    ...(encoding === null ? {} : { encoding }),
    digest: file.digest,
  };
}

export function idxRef({ images, labels, digest }: KeptIdx, transposed: boolean): IdxRef {
  return { idx: images, ...(labels ? { labels } : {}), ...(transposed ? { transposed } : {}), digest };
}

/** What a table starts with: as many clusters as it has classes, and scaled where its columns' ranges are far apart. */
export function csvStart(file: KeptCsv, choice: Choice, dataset: Recipe['dataset'], algorithm: string): Recipe {
  const target = file.columns.find(({ name }) => name === choice.target);
  const scaler = isUneven(file, choice.columns) ? ({ scaler: 'standard' } as const) : {};
  return { dataset, ...scaler, algorithm, params: startOf(algorithm, target?.distinct ?? 3) };
}

export function idxStart(file: KeptIdx, dataset: IdxRef, algorithm: string): Recipe {
  const rows = file.rows > FIRST_IMAGES ? { rows: FIRST_IMAGES } : {};
  return { dataset, scaler: 'unit', ...rows, algorithm, params: startOf(algorithm, file.classes.length || 10) };
}

/** Whether the ranges of some columns are so far apart that the widest would decide alone. */
export function isUneven({ columns }: Pick<KeptCsv, 'columns'>, names: readonly string[]): boolean {
  const ranges = columns
    .filter(({ name, min }) => names.includes(name) && min !== null)
    .map(({ min, max }) => max! - min!)
    .filter((range) => range > 0);
  return ranges.length > 1 && Math.max(...ranges) > UNEVEN * Math.min(...ranges);
}

function startOf(algorithm: string, clusters: number): Params {
  const specs = algorithmSpec(algorithm)?.params ?? {};
  return {
    ...(specs.n_clusters ? { n_clusters: Math.max(2, clusters) } : {}),
    ...(specs.random_state ? { random_state: 42 } : {}),
  };
}
