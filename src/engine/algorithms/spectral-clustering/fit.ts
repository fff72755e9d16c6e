import type { Fit, FitContext } from '../../fit.ts';
import { type Frame, type Matrix, RecipeError } from '../../types.ts';
import { fit as kmeans } from '../kmeans/fit.ts';
import { type Affinity, countParts, neighbourAffinity, rbfAffinity } from './affinity.ts';
import { clusterQr } from './cluster-qr.ts';
import { discretize } from './discretize.ts';
import { type Embedding, embed } from './embedding.ts';
import { FrameMaker } from './frames.ts';
import { type Options, readOptions } from './options.ts';
import { redFlags } from './warnings.ts';

type Steps<T> = Generator<Frame | null, T, void>;

/**
 * Spectral clustering as scikit-learn's `SpectralClustering` does it: a graph of similarities, its smoothest functions as new
 * coordinates, clusters among those. Attributes: `eigenvalues` (of the normalised Laplacian, one a coordinate) and
 * `n_connected_components` (of the graph), which scikit-learn keeps to itself. Memory: a graph of nearest neighbours is
 * sparse; `rbf` needs n × n numbers.
 * @throws RecipeError for more clusters or neighbours than rows, for as many components as rows where the graph is sparse, for
 * fewer than two rows, or n × n numbers that do not fit
 */
export const fit: Fit = function* fit(X, params, context) {
  const options = readOptions(params, X);
  const affinity = yield* affinityOf(X, options);
  const frames = new FrameMaker(X, options, context);
  yield yield* frames.graph(affinity);
  const parts = yield* countParts(affinity);
  const start = context.random.randomSamples(X.rows).map((sample) => 2 * sample - 1);
  const embedding = yield* embed(affinity, options.components, start);
  yield frames.embedded(embedding);
  const { labels, flags } = yield* assign[options.assign](embedding, options, context, frames);
  return {
    labels,
    attributes: { eigenvalues: embedding.eigenvalues, n_connected_components: parts },
    warnings: [...redFlags(labels, parts, options), ...flags],
  };
};

function* affinityOf(X: Matrix, { affinity, gamma, neighbours }: Options): Steps<Affinity> {
  if (affinity === 'nearest_neighbors') return yield* neighbourAffinity(X, neighbours);
  try {
    return yield* rbfAffinity(X, gamma);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problem = `rbf needs ${X.rows} × ${X.rows} numbers, which do not fit into memory: use nearest_neighbors`;
    throw new RecipeError('params.affinity', problem);
  }
}

type Assign = (
  embedding: Embedding,
  options: Options,
  context: FitContext,
  frames: FrameMaker,
) => Steps<{ labels: Int32Array; flags: readonly string[] }>;

const assign: Readonly<Record<Options['assign'], Assign>> = {
  *kmeans({ coordinates }, { clusters, runs }, context, frames) {
    const params = {
      n_clusters: clusters,
      init: 'k-means++',
      n_init: runs,
      max_iter: 300,
      tol: 1e-4,
      algorithm: 'lloyd',
    };
    const steps = kmeans(coordinates, params, context);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { labels: value.labels, flags: value.warnings };
      yield value && frames.clustered(value);
    }
  },

  *discretize({ coordinates }, _options, context, frames) {
    const steps = discretize(coordinates, context.random);
    for (;;) {
      const { done, value } = steps.next();
      yield frames.turned(value, done === true);
      if (done) return { labels: value.labels, flags: [] };
    }
  },

  *cluster_qr({ coordinates }, _options, _context, frames) {
    const { labels, pivots } = clusterQr(coordinates);
    yield frames.pivoted(labels, pivots);
    return { labels, flags: [] };
  },
};
