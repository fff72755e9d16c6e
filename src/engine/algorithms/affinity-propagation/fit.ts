import type { Fit } from '../../fit.ts';
import { plainRows } from '../../numeric/matrix.ts';
import { type Fitted, type Matrix, NOISE, type Params, RecipeError } from '../../types.ts';
import { Convergence } from './convergence.ts';
import { type Assignment, currentExemplars, refine } from './exemplars.ts';
import { FrameMaker } from './frames.ts';
import { Messages } from './messages.ts';
import { addNoise, allEqual, medianSimilarity, similarities } from './similarity.ts';
import { type Ending, redFlags } from './warnings.ts';

/**
 * Affinity propagation as scikit-learn's `AffinityPropagation` runs it on minus squared distances. Attributes:
 * cluster_centers_indices (ascending rows), cluster_centers, n_iter, and the `preference` used. Without convergence
 * the exemplars are those of the last round; where there are none, every label is -1. Memory: three n × n matrices.
 * @throws RecipeError where n × n numbers do not fit into memory
 */
export const fit: Fit = function* fit(X, params, context) {
  const n = X.rows;
  const S = yield* readSimilarities(X);
  const preference = (params.preference as number | null) ?? (yield* medianSimilarity(S));
  const frames = new FrameMaker(X, S, params, preference, context);
  if (n === 1 || allEqual(S, n)) {
    const assignment = arbitrary(S, n, preference);
    yield frames.init();
    yield frames.result(assignment, 'equal');
    return fitted(X, assignment, { n_iter: 0, preference }, 'equal', params);
  }
  for (let k = 0; k < n; k++) S[k * (n + 1)] = preference;
  yield* addNoise(S, context.random);

  const messages = new Messages(n, S, params.damping as number);
  const convergence = new Convergence(n, params.convergence_iter as number);
  yield frames.init();
  let iteration = 0;
  let settled = false;
  while (!settled && iteration < (params.max_iter as number)) {
    iteration++;
    yield* messages.send();
    settled = convergence.settledAfter((k) => messages.isExemplar(k));
    yield yield* frames.iterated(messages, convergence, iteration);
  }
  const exemplars = currentExemplars(messages);
  const ending = settled ? 'settled' : exemplars.length > 0 ? 'max_iter' : 'none';
  const assignment = ending === 'none' ? nobody(n) : yield* refine(S, n, exemplars);
  yield frames.result(assignment, ending);
  return fitted(X, assignment, { n_iter: iteration, preference }, ending, params);
};

function* readSimilarities(X: Matrix): Generator<null, Float64Array, void> {
  try {
    return yield* similarities(X);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RecipeError('rows', `must be fewer: ${X.rows} × ${X.rows} similarities do not fit into memory`);
  }
}

/** All similarities are equal: then it is the preference alone that says whether one row stands for all, or each for itself. */
function arbitrary(S: Float64Array, n: number, preference: number): Assignment {
  const isAlone = preference > S[n - 1]!;
  const exemplars = Int32Array.from({ length: isAlone ? n : 1 }, (_, i) => i);
  return { exemplars, labels: isAlone ? exemplars.slice() : new Int32Array(n) };
}

function nobody(n: number): Assignment {
  return { exemplars: new Int32Array(0), labels: new Int32Array(n).fill(NOISE) };
}

function fitted(
  X: Matrix,
  { exemplars, labels }: Assignment,
  figures: Readonly<{ n_iter: number; preference: number }>,
  ending: Ending,
  params: Params,
): Fitted {
  return {
    labels,
    attributes: { cluster_centers_indices: exemplars, cluster_centers: plainRows(X, exemplars), ...figures },
    warnings: redFlags(X.rows, exemplars.length, ending, params),
  };
}
