import { clusterMeans, isScorable, squaresToOwn } from '../metrics/clusters.ts';
import { metrics } from '../metrics/index.ts';
import { type Encoded, encodeLabels } from '../metrics/labels.ts';
import { scoreSteps } from '../metrics/score-all.ts';
import { type Matrix, type MetricName, NOISE } from '../types.ts';
import { distanceTable, isWorthKeeping, silhouettesFrom } from './distance-table.ts';

/** The figures of a labeling, without what only the fit knows. */
export interface LabelingScores {
  readonly metrics: Readonly<Record<MetricName, number | null>>;
  readonly silhouetteSampleSize: number | null;
}

/**
 * The scores of many labelings of the same rows: each partition once, whatever its clusters are called (noise is one of them,
 * as scikit-learn has it), and of few rows all distances once. They are those of `scoreAll`.
 */
export class SharedScores {
  readonly #X: Matrix;
  readonly #y: Int32Array | null;
  readonly #known = new Map<number, { readonly names: Int32Array; readonly scores: LabelingScores }[]>();
  #distances: Float64Array | null = null;

  constructor(X: Matrix, y: Int32Array | null) {
    this.#X = X;
    this.#y = y;
  }

  /** Yields every few milliseconds, so that a caller can stop in between. */
  *of(labels: Int32Array): Generator<unknown, LabelingScores, void> {
    const names = inOrderOfAppearance(labels);
    const key = digest(names);
    const alike = this.#known.get(key) ?? [];
    const found = alike.find((other) => isSame(other.names, names));
    if (found) return found.scores;
    const scores = yield* this.#score(labels);
    this.#known.set(key, [...alike, { names, scores }]);
    return scores;
  }

  *#score(labels: Int32Array): Generator<unknown, LabelingScores, void> {
    if (!isWorthKeeping(this.#X)) {
      const { metrics: values, silhouetteSampleSize } = yield* scoreSteps(this.#X, this.#y, labels);
      return { metrics: values, silhouetteSampleSize };
    }
    this.#distances ??= yield* distanceTable(this.#X);
    const encoded = encodeLabels(labels);
    const silhouettes = isScorable(encoded) ? silhouettesFrom(this.#distances, encoded) : null;
    const input = { X: this.#X, y: this.#y, labels, silhouettes };
    const values = Object.fromEntries(metrics.map(({ name, score }) => [name, finite(score(input))]));
    yield null;
    return { metrics: values as Record<MetricName, number | null>, silhouetteSampleSize: null };
  }
}

/** The mean distance of the rows to the mean of their cluster, noise apart. */
export function distortionOf(X: Matrix, labels: Int32Array): number | null {
  const clusters: Encoded = encodeLabels(labels);
  const squares = squaresToOwn(X, clusterMeans(X, clusters), clusters);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === NOISE) continue;
    sum += Math.sqrt(squares[i]!);
    count++;
  }
  return count === 0 ? null : finite(sum / count);
}

const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

/** Labels by the order in which they come up: equal for equal partitions. */
function inOrderOfAppearance(labels: Int32Array): Int32Array {
  const names = new Map<number, number>();
  return labels.map((label) => {
    const name = names.get(label) ?? names.size;
    if (name === names.size) names.set(label, name);
    return name;
  });
}

/** Fowler, Noll and Vo's hash (FNV-1a), of 32 bits, of the numbers. */
function digest(names: Int32Array): number {
  let hash = 0x811c9dc5;
  for (const name of names) hash = Math.imul(hash ^ name, 0x01000193);
  return hash;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
