import { type Clustered, isScorable } from '../metrics/clusters.ts';
import { metrics, scoreInput } from '../metrics/index.ts';
import { type Encoded, encodeLabels } from '../metrics/labels.ts';
import { sampledSilhouettes } from '../metrics/score-all.ts';
import { silhouetteBlocks } from '../metrics/silhouette.ts';
import { type MetricName, SILHOUETTE_SAMPLE_SIZE } from '../metrics/specs.ts';
import { type Matrix, NOISE } from '../types.ts';
import { distanceTable, isWorthKeeping, silhouettesFrom } from './distance-table.ts';
import { isJoint } from './joint-silhouettes.ts';

/** The figures of a labeling, without what only the fit knows. */
export interface LabelingScores {
  readonly metrics: Readonly<Record<MetricName, number | null>>;
  readonly silhouetteSampleSize: number | null;
  /** The mean distance of the rows to the mean of their cluster, noise apart; null where all is noise. */
  readonly distortion: number | null;
  /** Whether the silhouette is still to come: that of many labelings at once (`joint-silhouettes.ts`). */
  readonly isAwaited: boolean;
}

/**
 * The scores of many labelings of the same rows: each partition once, whatever its clusters are called, and of few rows all
 * distances once. They are those of `scoreAll`.
 */
export class SharedScores {
  readonly #X: Matrix;
  readonly #y: Encoded | null;
  readonly #known = new Map<number, { readonly names: Int32Array; readonly scores: LabelingScores }[]>();
  #distances: Float64Array | null = null;

  constructor(X: Matrix, y: Int32Array | null) {
    this.#X = X;
    this.#y = y && encodeLabels(y);
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
    const encoded = encodeLabels(labels);
    const isAwaited = isJoint(this.#X) && isScorable(encoded);
    const silhouettes = isAwaited || !isScorable(encoded) ? null : yield* this.#silhouettes(labels, encoded);
    const input = scoreInput(this.#X, this.#y, encoded, silhouettes);
    yield null;
    const values = Object.fromEntries(metrics.map(({ name, score }) => [name, finite(score(input))]));
    yield null;
    return {
      metrics: values as Record<MetricName, number | null>,
      silhouetteSampleSize: this.#X.rows > SILHOUETTE_SAMPLE_SIZE ? SILHOUETTE_SAMPLE_SIZE : null,
      distortion: distortionOf(input.clustered!),
      isAwaited,
    };
  }

  *#silhouettes(labels: Int32Array, encoded: Encoded): Generator<unknown, Float64Array | null, void> {
    const X = this.#X;
    if (X.rows > SILHOUETTE_SAMPLE_SIZE) return yield* sampledSilhouettes(X, labels);
    if (!isWorthKeeping(X)) return yield* silhouetteBlocks(X, labels);
    this.#distances ??= yield* distanceTable(X);
    return silhouettesFrom(this.#distances, encoded);
  }
}

/** The mean distance of the rows to the mean of their cluster, noise apart; null where all is noise. */
function distortionOf({ clusters: { codes, values, sizes }, squares }: Clustered): number | null {
  const noise = values.indexOf(NOISE);
  let sum = 0;
  for (let i = 0; i < codes.length; i++) if (codes[i] !== noise) sum += Math.sqrt(squares[i]!);
  const count = codes.length - (noise < 0 ? 0 : sizes[noise]!);
  return count === 0 ? null : finite(sum / count);
}

const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);

/** Labels by the order in which they come up, noise as it is: equal for equal partitions with the same noise. */
function inOrderOfAppearance(labels: Int32Array): Int32Array {
  const names = new Map([[NOISE, NOISE]]);
  return labels.map((label) => {
    const name = names.get(label) ?? names.size - 1;
    if (name === names.size - 1) names.set(label, name);
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
