import { isCsv, isPoints } from './dataset-ref.ts';
import type { RunResult } from './result.ts';
import type { Attribute, Matrix } from './types.ts';

type Json = number | string | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * A result as the terminal prints it: labels, counts, whatever else the estimator exposes, metrics, seconds; warnings where
 * there are any; and the points where the recipe's `return` asks for them. `X` is what was clustered: the chosen features,
 * scaled. `y` is as it was given. A figure that is not defined is null: JSON knows no NaN.
 */
export function toJSON(result: RunResult): Record<string, Json> {
  const { recipe, prepared, fitted, nClusters, nNoise, metrics, silhouetteSampleSize, seconds } = result;
  const counts = { n_clusters: nClusters, n_noise: nNoise };
  const json: Record<string, Json> = { labels: Array.from(fitted.labels), ...counts };
  for (const [name, value] of Object.entries(fitted.attributes)) {
    if (!Object.hasOwn(json, name)) json[name] = attribute(value);
  }
  json.metrics = Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, attribute(value)]));
  if (silhouetteSampleSize !== null) json.silhouette_sample_size = silhouetteSampleSize;
  json.seconds = seconds;
  if (fitted.warnings.length > 0) json.warnings = [...fitted.warnings];
  if (recipe.return?.includes('X')) json.X = rowsOf(prepared.X);
  if (recipe.return?.includes('y')) json.y = classesOf(result);
  return json;
}

function attribute(value: Attribute): Json {
  if (typeof value === 'number') return finite(value);
  if (typeof value !== 'object' || value === null) return value;
  if ('rows' in value) return rowsOf(value);
  return Array.from(value, finite);
}

function rowsOf({ data, rows, cols }: Matrix): Json[] {
  return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols), finite));
}

/** Own classes as the user wrote them, a real-valued target, else the classes 0…c-1; null where there are none. */
function classesOf({ recipe, prepared }: RunResult): Json {
  const { dataset } = recipe;
  const { table } = prepared;
  if (isPoints(dataset) && dataset.y) return dataset.y.slice(0, table.X.rows);
  if (isCsv(dataset) && table.y) return classesOfFile(table.y, table.classNames);
  if (table.target) return Array.from(table.target, finite);
  return table.y && Array.from(table.y);
}

/** As the file has them: numbers where all are. */
function classesOfFile(y: Int32Array, names: readonly string[]): Json[] {
  const values = names.every((name) => Number.isFinite(Number(name))) ? names.map(Number) : names;
  return Array.from(y, (c) => values[c]!);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
