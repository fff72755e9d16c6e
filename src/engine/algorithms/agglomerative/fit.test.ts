import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FitContext } from '../../fit.ts';
import { fromRows, matrix } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { completeParams } from '../../spec/defaults.ts';
import { type Fitted, type Frame, type Matrix, type Params, type RecipeError, UNASSIGNED } from '../../types.ts';
import { chainOfCentroids } from './centroids.ts';
import { fit as agglomerative, cut } from './fit.ts';
import { LINKAGES } from './names.ts';
import { chainOfPairs } from './pairs.ts';
import { spec } from './spec.ts';
import { treeOf } from './tree.ts';

const always = () => true;
const never = () => false;
const noun = { one: 'flower', many: 'flowers' };

function watch(steps: Generator<Frame | null, Fitted, void>): { fitted: Fitted; frames: Frame[] } {
  const frames: Frame[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { fitted: value, frames };
    if (value) frames.push(value);
  }
}

function run(X: Matrix, params: Params, wantsFrame: FitContext['wantsFrame'] = never) {
  return watch(agglomerative(X, completeParams(spec.params, params), { random: new RandomState(0), wantsFrame }));
}

function last<T>(steps: Generator<null, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const uniform = (rows: number, cols: number, seed = 0) =>
  matrix(rows, cols, new RandomState(seed).randomSamples(rows * cols));

/** Integer points, many of them tied or the same, with a linkage and a cut. */
const problems = fc
  .record({ rows: fc.integer({ min: 2, max: 30 }), cols: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, cols }) =>
    fc.record({
      X: fc
        .array(fc.integer({ min: -5, max: 5 }), { minLength: rows * cols, maxLength: rows * cols })
        .map((values) => matrix(rows, cols, Float64Array.from(values))),
      params: fc.record({ n_clusters: fc.integer({ min: 1, max: rows }), linkage: fc.constantFrom(...LINKAGES) }),
    }),
  );

describe('AgglomerativeClustering: what always holds', () => {
  test('the tree uses every node once, heights never fall, each cluster has rows', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { labels, attributes } = run(X, params).fitted;
        const children = Array.from((attributes.children as Matrix).data).sort((a, b) => a - b);
        expect(children).toEqual(Array.from({ length: 2 * (X.rows - 1) }, (_, node) => node));
        const heights = Array.from(attributes.distances as Float64Array);
        expect(heights).toEqual([...heights].sort((a, b) => a - b));
        expect(new Set(labels).size).toBe(params.n_clusters);
        expect(Math.max(...labels)).toBe(params.n_clusters - 1);
      }),
    );
  });

  test('frames change nothing; each changes the rows that it says; the last has the labels of the result', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { fitted, frames } = run(X, params, always);
        expect(fitted).toEqual(run(X, params).fitted);
        expect(frames.map(({ step }) => step)).toEqual(frames.map((_, step) => step));
        expect(frames[0]!.labels.every((label) => label === UNASSIGNED)).toBe(true);
        expect(frames.at(-1)!.labels).toEqual(fitted.labels);
        for (const [i, frame] of frames.entries()) {
          const before = frames[i - 1]?.labels ?? frame.labels;
          const changed = Array.from(frame.labels.keys()).filter((row) => frame.labels[row] !== before[row]);
          expect(Array.from(frame.changed).sort((a, b) => a - b)).toEqual(changed);
        }
      }),
    );
  });

  test('on the way to k clusters, c clusters have labels below c, and the larger part of a merge keeps its label', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        for (const { labels, phase, changed, extra } of run(X, params, always).frames) {
          expect(Math.max(...labels)).toBeLessThan(extra.clusters as number);
          if (phase !== 'merge') continue;
          const sizes = [extra.firstRows, extra.secondRows].map((rows) => (rows as Int32Array).length);
          if (Math.min(...sizes) > 1) expect(changed.length).toBe(Math.min(...sizes));
        }
      }),
    );
  });

  test('another cut of the same tree is what a new fit gives, frames included', () => {
    const X = uniform(40, 2);
    for (const linkage of LINKAGES) {
      const { fitted } = run(X, { linkage, n_clusters: 3 });
      const places: Params[] = [{ n_clusters: 7 }, { n_clusters: null, distance_threshold: 0.3 }, { n_clusters: 40 }];
      for (const place of places) {
        const params = completeParams(spec.params, { linkage, ...place });
        expect(watch(cut(fitted, X, params, { wantsFrame: always }))).toEqual(run(X, params, always));
      }
    }
  });

  test('ward from means alone grows the tree that all pairs give', () => {
    for (const [rows, cols, seed] of [
      [2, 1, 1],
      [90, 2, 2],
      [120, 7, 3],
    ] as const) {
      const X = { ...uniform(rows, cols, seed), data: uniform(rows, cols, seed).data.map((value) => value + 1e3) };
      const pairs = treeOf(last(chainOfPairs(X, 'euclidean', 'ward')), true);
      const means = treeOf(last(chainOfCentroids(X)), true);
      expect(means.children).toEqual(pairs.children);
      for (const [m, height] of pairs.heights.entries()) expect(means.heights[m]! / height).toBeCloseTo(1, 9);
    }
  });

  test('ward from means alone ends where all heights tie', () => {
    const equal = matrix(50, 2, new Float64Array(100).fill(0.1));
    expect(Array.from(treeOf(last(chainOfCentroids(equal)), true).heights)).toEqual(new Array(49).fill(0));
    const lattice = fromRows(Array.from({ length: 64 }, (_, i) => [(i % 8) / 10, Math.floor(i / 8) / 10]));
    expect(treeOf(last(chainOfCentroids(lattice)), true).heights.length).toBe(63);
  });
});

describe('AgglomerativeClustering: what is refused, and what is said', () => {
  const X = fromRows([[0], [1], [3], [7]]);
  const refusal = (points: Matrix, params: Params) => {
    try {
      run(points, params);
      return null;
    } catch (error) {
      return (error as RecipeError).field;
    }
  };

  test('as scikit-learn refuses', () => {
    expect(refusal(fromRows([[1, 2]]), {})).toBe('dataset');
    expect(refusal(X, { n_clusters: 5 })).toBe('params.n_clusters');
    expect(refusal(X, { distance_threshold: 1 })).toBe('params.distance_threshold');
    expect(refusal(X, { n_clusters: null })).toBe('params.distance_threshold');
    expect(refusal(X, { metric: 'manhattan' })).toBe('params.metric');
    expect(refusal(X, { metric: 'cosine', linkage: 'single' })).toBe('params.metric');
    expect(refusal(X, { n_clusters: 4 })).toBe(null);
  });

  test('a threshold leaves out merges at its own height', () => {
    const clusters = (distance_threshold: number) =>
      run(X, { linkage: 'single', n_clusters: null, distance_threshold }).fitted;
    expect(clusters(2).attributes.n_clusters).toBe(3);
    expect(clusters(2.001).attributes.n_clusters).toBe(2);
    expect(clusters(0).attributes.n_clusters).toBe(4);
    expect(clusters(0).warnings[0]).toContain('Every row is a cluster');
    expect(clusters(9).warnings[0]).toContain('One cluster only');
  });

  test('a cut through merges of one height is called so', () => {
    const even = fromRows([[0], [1], [2], [3]]);
    expect(run(even, { linkage: 'single', n_clusters: 2 }).fitted.warnings[0]).toContain(
      '3 merges are at exactly 1.000',
    );
    expect(run(X, { linkage: 'single', n_clusters: 2 }).fitted.warnings).toEqual([]);
  });

  test('steps in words, and why a row is where it is', () => {
    const { frames } = run(X, { linkage: 'single', n_clusters: 2 }, always);
    const told = frames.map((frame, i) => spec.narrate(frame, frames[i - 1] ?? null, noun).text);
    expect(told[0]).toBe(
      '4 flowers, each a cluster of its own; each step merges the two clusters whose nearest members are nearest to each other (single linkage).',
    );
    expect(told[1]).toBe('Two flowers merged at height 1.000; 3 clusters left.');
    expect(told[2]).toBe('One flower joined a cluster of 2 at height 2.000; 2 clusters left.');
    expect(told[3]).toBe(
      'The cut leaves 2 clusters: the last merge made was at 2.000, the next would be at 4.000, 2.0 times as high.',
    );
    const why = (row: number, frame: Frame) => spec.why({ row, X, frame, frames, noun });
    expect(why(2, frames[0]!).reason).toBe('no merge has reached this flower yet; would next join 2 flowers at 2.000');
    const own = frames[3]!.labels[0]!;
    expect(why(0, frames[3]!).figures).toEqual([
      { cluster: own, value: 1 },
      { cluster: own, value: 2 },
      { cluster: 1 - own, value: 4 },
    ]);
    expect(why(0, frames[3]!).reason).toBe(
      `joined 1 flower at 1.000 first, last 1 flower at 2.000; would next join cluster ${1 - own} (1 flower) at 4.000`,
    );
  });

  test('a merge frame names the rows on which its height hangs', () => {
    const merges = (linkage: string) => run(X, { linkage, n_clusters: 1 }, always).frames.slice(1, -1);
    expect(merges('single').map(({ extra }) => Array.from(extra.pair as Int32Array).sort())).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(Array.from(merges('complete').at(-1)!.extra.pair as Int32Array).sort()).toEqual([0, 3]);
    expect(merges('ward')[0]!.extra.pair).toEqual(new Int32Array(0));
    expect(Array.from(merges('ward')[0]!.extra.means as Float64Array)).toEqual([0, 1]);
  });

  test('a long fit has fewer frames than a timeline keeps, all of its last merges among them', () => {
    const { frames } = run(uniform(900, 2), { n_clusters: 3 }, always);
    expect(frames.length).toBeLessThanOrEqual(300);
    expect(frames.slice(-101).map(({ step }) => step)).toEqual(Array.from({ length: 101 }, (_, i) => 798 + i));
  });

  test('the estimate grows with the rows, and memory with their square only where distances are kept', () => {
    const bytes = (n: number, linkage: string) => spec.cost!(n, 2, { linkage }).bytes;
    expect(bytes(10_000, 'average')).toBe(8e8);
    expect(bytes(10_000, 'single')).toBeLessThan(2e6);
    expect(bytes(10_000, 'ward')).toBeLessThan(2e6);
    expect(spec.cost!(20_000, 2, { linkage: 'ward' }).seconds).toBeGreaterThan(2);
  });
});

test.each(['complete', 'average', 'ward'])(
  '%s linkage of rows infinitely far, to float64, uses every node once',
  (linkage) => {
    const X = matrix(5, 2, Float64Array.of(0, 0, 1e200, 0, -1e200, 1, 1, 0, 0, 1e300));
    const { attributes } = run(X, { linkage }).fitted;
    expect(Array.from((attributes.children as Matrix).data).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  },
);
