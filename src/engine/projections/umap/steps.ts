import { UMAP } from 'umap-js';
import type { LayoutSteps } from '../layout.ts';
import { type Near, nearest } from '../near.ts';
import { start } from '../start.ts';

/** The share of the work that finding neighbours is taken for. */
const NEAR_SHARE = 0.15;
/** umap-js begins within ±10; two deviations of the first component reach there. */
const SPREAD = 5;
/** umap-js and umap-learn walk so often through the ties of few rows, and of many. */
const EPOCHS = { few: 500, many: 200 };
const MANY = 10_000;

/**
 * UMAP (McInnes, Healy and Melville 2018) by umap-js, which is given the neighbours, and starts from the principal
 * components instead of from random places. Fewer rows than neighbours: as many neighbours as there are.
 */
export const layoutSteps: LayoutSteps = function* ({ points, params, random }) {
  const n = points.rows;
  // umap-learn counts the row itself among its neighbours, first.
  const nNeighbors = Math.min(params.n_neighbors as number, n - 1);
  const places = start(points, SPREAD, random);
  yield { share: 0, write: (into) => into.set(places) };
  if (nNeighbors < 2) return;
  const search = nearest(points, points, nNeighbors - 1, true, random);
  let near: Near | null = null;
  while (!near) {
    const step = search.next();
    if (step.done) near = step.value;
    else yield { share: step.value * NEAR_SHARE, write: null };
  }
  const umap = new UMAP({
    nNeighbors,
    minDist: params.min_dist as number,
    nEpochs: n < MANY ? EPOCHS.few : EPOCHS.many,
    random: () => random.randomSample(),
  });
  const { indices, distances } = withSelf(near, n);
  umap.setPrecomputedKNN(indices, distances);
  // With its neighbours known it asks the points only how many they are.
  const epochs = umap.initializeFit(new Array<number[]>(n));
  const embedding = umap.getEmbedding();
  embedding.forEach((place, i) => {
    place[0] = places[2 * i]!;
    place[1] = places[2 * i + 1]!;
  });
  const write = (into: Float64Array) =>
    embedding.forEach(([x, y], i) => {
      into[2 * i] = x!;
      into[2 * i + 1] = y!;
    });
  for (let epoch = 0; epoch < epochs; epoch = umap.step()) {
    yield { share: NEAR_SHARE + ((1 - NEAR_SHARE) * epoch) / epochs, write };
  }
  yield { share: 1, write };
};

/** Each row's list with itself first, as umap-js takes it; distances, not squared. */
function withSelf({ rows, distances, k }: Near, n: number): { indices: number[][]; distances: number[][] } {
  const lists = (first: (i: number) => number, rest: (at: number) => number) =>
    Array.from({ length: n }, (_, i) => [first(i), ...Array.from({ length: k }, (_, m) => rest(i * k + m))]);
  return {
    indices: lists(
      (i) => i,
      (at) => rows[at]!,
    ),
    distances: lists(
      () => 0,
      (at) => Math.sqrt(distances[at]!),
    ),
  };
}
