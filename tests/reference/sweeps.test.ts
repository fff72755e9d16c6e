import { describe, expect, test } from 'vitest';
import { prepare } from '../../src/engine/index.ts';
import { parseRecipe, type Recipe } from '../../src/engine/recipe.ts';
import { NO_REPEATS, type Sweep } from '../../src/engine/spec/sweep.ts';
import { estimateBandwidth, kDistances } from '../../src/engine/sweep/marks.ts';
import { draw } from '../../src/engine/sweep/samples.ts';
import { createSweeper } from '../../src/engine/sweep/sweeper.ts';
import type { Params } from '../../src/engine/types.ts';
import { expectClose, loadCases } from './cases.ts';

interface Sweeps {
  readonly name: string;
  readonly algorithm: string;
  readonly params: Params;
  readonly cells: readonly {
    readonly params: Params;
    readonly labels: readonly number[];
    readonly inertia: number | null;
    readonly distortion: number | null;
    readonly adjusted_rand_score: number;
    readonly davies_bouldin_score: number | null;
    readonly silhouette_score: number | null;
  }[];
}
interface Marks {
  readonly name: 'marks';
  readonly k: number;
  readonly k_distances: readonly number[];
  readonly quantiles: readonly number[];
  readonly bandwidths: readonly number[];
  readonly bootstrap_7: readonly number[];
  readonly uniform_7: readonly (readonly number[])[];
}

const iris: Recipe = { dataset: 'iris', features: [2, 3], algorithm: 'KMeans', params: {} };
const all = loadCases<Sweeps | Marks>('sweeps');
const prepared = prepare(parseRecipe(iris));

function last<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('cells of sweeps', () => {
  test.each(all.filter((one): one is Sweeps => one.name !== 'marks'))('$name', async ({ algorithm, params, cells }) => {
    const [name] = Object.keys(cells[0]!.params);
    // Any sweep of the algorithm will do: its sweeper runs the cells that are asked for, and shares what it can.
    const from = cells[0]!.params[name!] as number;
    const sweep: Sweep = {
      recipe: { ...iris, algorithm, params },
      x: { param: name!, from, to: from + 1, count: 2, scale: 'linear' },
      y: null,
      repeats: NO_REPEATS,
    };
    const sweeper = await createSweeper(await prepared, sweep);
    for (const { params: own, labels, ...expected } of cells) {
      const task = { cell: 0, params: { ...params, ...own }, sample: null, isPlain: true };
      const cell = last(sweeper.run(task));
      expect([...cell.labels!], JSON.stringify(own)).toEqual(labels);
      expectClose(cell.inertia, expected.inertia, 1e-9, 'inertia');
      expectClose(cell.distortion, expected.distortion, 1e-9, 'distortion');
      expectClose(cell.metrics!.adjusted_rand_score, expected.adjusted_rand_score, 1e-9, 'adjusted_rand_score');
      // Where rows are twice in the table scikit-learn's distances keep half of their digits.
      expectClose(cell.metrics!.davies_bouldin_score, expected.davies_bouldin_score, 1e-7, 'davies_bouldin_score');
      expectClose(cell.metrics!.silhouette_score, expected.silhouette_score, 1e-7, 'silhouette_score');
    }
  });

  test('k-distances, bandwidths and samples', async () => {
    const { X } = await prepared;
    const marks = all.find((one): one is Marks => one.name === 'marks')!;
    const distances = last(kDistances(X, 'euclidean', 2, marks.k));
    for (const [i, distance] of marks.k_distances.entries()) expectClose(distances[i]!, distance, 1e-12);
    for (const [i, quantile] of marks.quantiles.entries()) {
      expectClose(last(estimateBandwidth(X, quantile)), marks.bandwidths[i]!, 1e-12);
    }
    expect([...draw(X, { kind: 'bootstrap', seed: 7 }).rows!]).toEqual(marks.bootstrap_7);
    expect([...draw(X, { kind: 'uniform', seed: 7 }).X.data.slice(0, 10)]).toEqual(marks.uniform_7.flat());
  });
});
