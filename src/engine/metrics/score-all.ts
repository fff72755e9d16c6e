import { takeRows } from '../numeric/matrix.ts';
import { RandomState } from '../numeric/random-state.ts';
import { type Matrix, type Metrics, RecipeError } from '../types.ts';
import { metrics, scoreInput } from './index.ts';
import { encodeLabels } from './labels.ts';
import { silhouetteBlocks } from './silhouette.ts';
import { type MetricName, SILHOUETTE_SAMPLE_SIZE } from './specs.ts';

export interface AllScores {
  readonly metrics: Metrics;
  /** One value a row; null where they are not defined or only a sample has them. */
  readonly silhouettes: Float64Array | null;
  /** How many rows the silhouette was taken of, or null: all. */
  readonly silhouetteSampleSize: number | null;
}

/**
 * All scores of a labeling: of the points `X` (n × d, or null), against the true classes `y` (n, or null). A score that is not
 * defined is null. Past 10,000 rows the silhouette is that of the sample that scikit-learn's
 * `silhouette_score(X, labels, sample_size=10000, random_state=0)` draws.
 *
 * A generator: it yields the share done, 0…1, every few milliseconds, so that a caller can stop in between.
 * @throws RecipeError naming `labels_true` or `X` if it has not one row a label.
 */
export function* scoreSteps(
  X: Matrix | null,
  y: Int32Array | null,
  labels: Int32Array,
): Generator<number, AllScores, void> {
  requireOneALabel('labels_true', y?.length, labels);
  requireOneALabel('X', X?.rows, labels);
  const isSampled = X !== null && X.rows > SILHOUETTE_SAMPLE_SIZE;
  const silhouettes = X && (yield* isSampled ? sampledSilhouettes(X, labels) : silhouetteBlocks(X, labels));
  const input = scoreInput(X, y && encodeLabels(y), encodeLabels(labels), silhouettes);
  const values: Partial<Record<MetricName, number | null>> = {};
  for (const { name, score } of metrics) {
    values[name] = finite(score(input));
    yield 1;
  }
  return {
    metrics: values as Metrics,
    silhouettes: isSampled ? null : silhouettes,
    silhouetteSampleSize: isSampled ? SILHOUETTE_SAMPLE_SIZE : null,
  };
}

/** `scoreSteps` in one go. */
export function scoreAll(X: Matrix | null, y: Int32Array | null, labels: Int32Array): AllScores {
  const steps = scoreSteps(X, y, labels);
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

/** The rows that the silhouette of many is taken of. */
export function silhouetteSample(rows: number): Int32Array {
  return new RandomState(0).permutation(rows).subarray(0, SILHOUETTE_SAMPLE_SIZE);
}

/** The silhouettes of the sample's rows among themselves, null where they are not defined; yields the share done. */
export function sampledSilhouettes(X: Matrix, labels: Int32Array): Generator<number, Float64Array | null, void> {
  const rows = silhouetteSample(X.rows);
  return silhouetteBlocks(
    takeRows(X, rows),
    rows.map((row) => labels[row]!),
  );
}

function requireOneALabel(field: string, count: number | undefined, labels: Int32Array): void {
  if (count === undefined || count === labels.length) return;
  throw new RecipeError(field, `has ${count} rows where there are ${labels.length} labels`);
}

/** Coordinates near 1e154 overflow when they are squared; JSON has no word for what comes of it. */
function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}
