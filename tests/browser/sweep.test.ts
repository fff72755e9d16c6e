import { afterEach, expect, test } from 'vitest';
import { NO_REPEATS, type Sweep, tasksOf } from '../../src/engine/spec/sweep.ts';
import type { DoneCell } from '../../src/worker/api.ts';
import { createMany, type Many } from '../../src/worker/many.ts';

const spawnFake = () => new Worker(new URL('./fake-worker.ts', import.meta.url), { type: 'module' });
const sweep = (to: number): Sweep => ({
  recipe: { dataset: 'iris', algorithm: 'KMeans', params: { random_state: 0 } },
  x: { param: 'n_clusters', from: 1, to, count: to, scale: 'linear' },
  y: null,
  repeats: NO_REPEATS,
});
const all = (asked: Sweep) => tasksOf(asked).map((_, at) => at);
let many: Many;

afterEach(() => many.dispose());

test('gives every cell once, in batches as they are done, over two workers', async () => {
  many = createMany({ spawn: spawnFake, size: 2 });
  const batches: (readonly DoneCell[])[] = [];
  const asked = sweep(30);
  const { signal } = new AbortController();
  await many.sweep(asked, [all(asked)], { signal, onCells: (cells) => batches.push(cells) });
  const cells = batches.flat();
  expect(cells.map(({ at }) => at).sort((a, b) => a - b)).toEqual(all(asked));
  for (const { at, cell } of cells) expect(cell.nClusters).toBe(at + 1);
  // 465 ms of work in turns of 60.
  expect(batches.length).toBeGreaterThan(4);
});

test('an abort keeps what was done and leaves the workers to others', async () => {
  many = createMany({ spawn: spawnFake, size: 2 });
  const controller = new AbortController();
  const asked = sweep(200);
  const cells: DoneCell[] = [];
  const swept = many.sweep(asked, [all(asked)], {
    signal: controller.signal,
    onCells: (done) => {
      cells.push(...done);
      if (cells.length > 10) controller.abort(new Error('enough'));
    },
  });
  await expect(swept).rejects.toThrow('enough');
  expect(cells.length).toBeGreaterThan(10);
  expect(cells.length).toBeLessThan(200);
  const { signal } = new AbortController();
  const later: DoneCell[] = [];
  await many.sweep(sweep(3), [[0, 1, 2]], { signal, onCells: (done) => later.push(...done) });
  expect(later).toHaveLength(3);
});

test('the real worker: cells of iris, what fails said in its cell', async () => {
  many = createMany({ size: 2 });
  const asked: Sweep = {
    recipe: { dataset: 'iris', algorithm: 'AgglomerativeClustering', params: {} },
    x: { param: 'n_clusters', from: 2, to: 4, count: 3, scale: 'linear' },
    y: { param: 'metric', values: ['euclidean', 'manhattan'] },
    repeats: NO_REPEATS,
  };
  const { signal } = new AbortController();
  const cells: DoneCell[] = [];
  await many.sweep(asked, [all(asked)], { signal, onCells: (done) => cells.push(...done) });
  cells.sort((a, b) => a.at - b.at);
  expect(cells.map(({ cell }) => cell.nClusters)).toEqual([2, 3, 4, 0, 0, 0]);
  expect(cells[3]!.cell.error).toEqual({
    field: 'params.metric',
    problem: 'must be euclidean for ward linkage, not manhattan',
  });
  const [own, ...others] = cells.slice(0, 3).map(({ cell }) => cell.labels!);
  expect((await many.agree(others, own!, { signal })).pairs).toHaveLength(1);
  const distances = await many.kDistances(asked.recipe, 'euclidean', 2, 5, { signal });
  expect(distances).toHaveLength(150);
  const [bandwidth] = await many.bandwidths(asked.recipe, [0.3], { signal });
  // scikit-learn 1.9.1: estimate_bandwidth(load_iris().data, quantile=0.3)
  expect(bandwidth).toBeCloseTo(1.2020768127998687, 9);
});

test('silhouettes of many rows come later, for many cells at once, and are those of a run alone', async () => {
  many = createMany({ size: 2 });
  const asked: Sweep = {
    recipe: {
      dataset: { make: 'make_blobs', n_samples: 1500, centers: 4, random_state: 0 },
      algorithm: 'DBSCAN',
      params: {},
    },
    x: { param: 'eps', from: 0.1, to: 3, count: 20, scale: 'linear' },
    y: null,
    repeats: NO_REPEATS,
  };
  const { signal } = new AbortController();
  const cells = new Map<number, DoneCell['cell'][]>();
  await many.sweep(asked, [all(asked)], {
    signal,
    onCells: (done) => {
      for (const { at, cell } of done) cells.set(at, [...(cells.get(at) ?? []), cell]);
    },
  });
  const tasks = tasksOf(asked);
  expect(cells.size).toBe(tasks.length);
  for (const [at, states] of cells) {
    const { metrics } = (await many.run({ ...asked.recipe, params: tasks[at]!.params }, { signal })).scores;
    const alone = metrics.silhouette_score;
    expect(states.map(({ isAwaited }) => isAwaited)).toEqual(alone === null ? [false] : [true, false]);
    const own = states.at(-1)!.metrics!;
    if (alone !== null) expect(Math.abs(own.silhouette_score! - alone)).toBeLessThan(1e-12);
    expect({ ...own, silhouette_score: alone }).toEqual(metrics);
  }
});

test('cells of an ended sweep that lack only their silhouette get it, and are not run again', async () => {
  many = createMany({ size: 2 });
  const asked: Sweep = {
    recipe: {
      dataset: { make: 'make_blobs', n_samples: 1500, centers: 4, random_state: 0 },
      algorithm: 'KMeans',
      params: { random_state: 0 },
    },
    x: { param: 'n_clusters', from: 2, to: 5, count: 4, scale: 'linear' },
    y: null,
    repeats: NO_REPEATS,
  };
  const { signal } = new AbortController();
  const cells: DoneCell[] = [];
  await many.sweep(asked, [all(asked)], { signal, onCells: (done) => cells.push(...done) });
  const awaiting = cells.filter(({ cell }) => cell.isAwaited);
  const whole = cells.filter(({ cell }) => !cell.isAwaited);
  expect(awaiting.map(({ at }) => at).sort()).toEqual([0, 1, 2, 3]);
  const later: DoneCell[] = [];
  await many.sweep(asked, [], { signal, awaiting, onCells: (done) => later.push(...done) });
  expect(later.map(({ at }) => at).sort()).toEqual([0, 1, 2, 3]);
  for (const { at, cell } of later) {
    const own = whole.find((one) => one.at === at)!.cell;
    expect(cell).toMatchObject({ isAwaited: false, labels: own.labels, seconds: own.seconds });
    // Added in another order.
    expect(cell.metrics!.silhouette_score).toBeCloseTo(own.metrics!.silhouette_score!, 12);
  }
});
