import { type DatasetRef, IDX_FULL_SCALE, isCsv, isFile, isIdx, isPoints } from '../dataset-ref.ts';
import { columnNames } from '../datasets/points.ts';
import { datasetSpec } from '../datasets/specs.ts';

import { RecipeError } from '../types.ts';
import type { DatasetSpec } from './dataset.ts';
import { completeParams } from './defaults.ts';
import { didYouMean } from './nearest.ts';
import { show } from './show.ts';

/** The spec of a named or generated dataset; undefined for own points and files. */
export function specOf(dataset: DatasetRef): DatasetSpec | undefined {
  if (typeof dataset === 'string') return datasetSpec(dataset);
  return 'make' in dataset ? datasetSpec(dataset.make) : undefined;
}

/** The value that the scaler `unit` divides by; null where there are no pixels. */
export function fullScaleOf(dataset: DatasetRef): number | null {
  return isIdx(dataset) ? IDX_FULL_SCALE : (specOf(dataset)?.fullScale ?? null);
}

/** Whether its rows are pictures. */
export function hasPictures(dataset: DatasetRef): boolean {
  return isIdx(dataset) || specOf(dataset)?.image !== undefined;
}

/** The names of the columns as they are known before a row is loaded; null where only the file says it. Parameters must be valid. */
export function knownFeatureNames(dataset: DatasetRef): readonly string[] | null {
  if (isPoints(dataset)) return dataset.feature_names ?? columnNames(dataset.X[0]?.length ?? 0);
  if (isCsv(dataset)) return dataset.columns ?? null;
  if (isIdx(dataset)) return null;
  const spec = specOf(dataset);
  if (!spec?.width) return spec?.featureNames ?? null;
  return columnNames(spec.width(completeParams(spec.params, typeof dataset === 'object' ? dataset : {})));
}

/** The number of rows as far as it is known before they are loaded. */
export function knownRows(dataset: DatasetRef): number | null {
  if (typeof dataset === 'string') return datasetSpec(dataset)?.rows ?? null;
  if (isFile(dataset)) return null;
  if (isPoints(dataset)) return dataset.X.length;
  const { n_samples: asked } = completeParams(specOf(dataset)?.params ?? {}, dataset);
  if (Array.isArray(asked)) return asked.reduce((sum: number, n) => sum + Number(n), 0);
  return typeof asked === 'number' ? asked : null;
}

/**
 * The columns that `features` chooses, in its order; all of them where it is omitted.
 * @param names the names of all columns
 * @throws RecipeError naming the entry: not a name or an index, unknown, out of range, or there twice
 */
export function featureColumns(features: readonly unknown[] | undefined, names: readonly string[]): number[] {
  if (!features) return names.map((_, j) => j);
  const columns: number[] = [];
  for (let i = 0; i < features.length; i++) addColumn(columns, features[i], i, names);
  return columns;
}

/** Resolves entry `i` of `features` and adds its column to those before it. Throws as `featureColumns` does. */
export function addColumn(columns: number[], feature: unknown, i: number, names: readonly string[]): void {
  const column = featureColumn(feature, i, names);
  if (columns.includes(column)) throw new RecipeError(`features[${i}]`, `repeats ${names[column]}`);
  columns.push(column);
}

function featureColumn(entry: unknown, i: number, names: readonly string[]): number {
  const feature = checkFeature(entry, i);
  const column = typeof feature === 'string' ? names.indexOf(feature) : feature;
  if (column >= 0 && column < names.length) return column;
  const known =
    typeof feature === 'string'
      ? `unknown "${feature}"; the columns are ${listed(names)}${didYouMean(feature, names)}`
      : `must be less than ${names.length}, the number of columns`;
  throw new RecipeError(`features[${i}]`, known);
}

/** What can be said of an entry of `features` before the columns are known. */
export function checkFeature(feature: unknown, i: number): string | number {
  if (typeof feature === 'string') return feature;
  const field = `features[${i}]`;
  if (typeof feature !== 'number' || !Number.isInteger(feature)) {
    throw new RecipeError(field, `must be a name or the index of a column, not ${show(feature)}`);
  }
  if (feature < 0) throw new RecipeError(field, 'must be at least 0');
  return feature;
}

function listed(names: readonly string[]): string {
  return names.length > 12 ? `${names.slice(0, 12).join(', ')}, …` : names.join(', ');
}
