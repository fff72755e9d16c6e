import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FitContext } from '../../fit.ts';
import { fromRows, matrix } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { completeParams } from '../../spec/defaults.ts';
import { type Fitted, type Frame, type Matrix, type Params, RecipeError, UNASSIGNED } from '../../types.ts';
import { fit as birch } from './fit.ts';
import { spec } from './spec.ts';
import { CfTree } from './tree.ts';

const always = () => true;
const noun = { one: 'flower', many: 'flowers' };

function run(X: Matrix, params: Params, wantsFrame: FitContext['wantsFrame'] = () => false) {
  const steps = birch(X, completeParams(spec.params, params), { random: new RandomState(0), wantsFrame });
  const frames: Frame[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { fitted: value as Fitted, frames };
    if (value) frames.push(value);
  }
}

const uniform = (rows: number, cols: number, seed = 0) =>
  matrix(rows, cols, new RandomState(seed).randomSamples(rows * cols));
const centersOf = ({ attributes }: Fitted) => attributes.subcluster_centers as Matrix;

/** Integer points, many of them tied or the same. */
const problems = fc
  .record({ rows: fc.integer({ min: 1, max: 60 }), cols: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, cols }) =>
    fc.record({
      X: fc
        .array(fc.integer({ min: -9, max: 9 }), { minLength: rows * cols, maxLength: rows * cols })
        .map((values) => matrix(rows, cols, Float64Array.from(values))),
      params: fc.record({
        threshold: fc.constantFrom(0.1, 0.5, 1.5, 4),
        branching_factor: fc.constantFrom(2, 3, 5, 50),
        n_clusters: fc.constantFrom(null, 2, 5),
      }),
    }),
  );

describe('Birch: what always holds', () => {
  test('the subclusters hold all rows, none is wider than the threshold, no node has too many entries', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const tree = new CfTree(X, params.threshold, params.branching_factor);
        for (let row = 0; row < X.rows; row++) tree.insert(row);
        const leaves = [...tree.leaves()];
        expect(leaves.flat().sort((a, b) => a - b)).toEqual(Array.from(tree.subclusters.keys()));
        for (const leaf of leaves) expect(leaf.length).toBeLessThanOrEqual(params.branching_factor);
        const { entries, subclusters } = tree;
        expect(subclusters.reduce((sum, entry) => sum + entries.sizes[entry]!, 0)).toBe(X.rows);
        for (const entry of subclusters) expect(entries.radius(entry)).toBeLessThanOrEqual(params.threshold + 1e-6);
      }),
    );
  });

  test('each row has the label of the nearest subcluster', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { fitted } = run(X, params);
        const { data, rows, cols } = centersOf(fitted);
        const groups = fitted.attributes.subcluster_labels as Int32Array;
        const distance = (row: number, j: number) =>
          Math.hypot(...Array.from({ length: cols }, (_, f) => X.data[row * cols + f]! - data[j * cols + f]!));
        fitted.labels.forEach((label, row) => {
          const all = Array.from({ length: rows }, (_, j) => distance(row, j));
          const own = all.filter((_, j) => groups[j] === label);
          expect(Math.min(...own)).toBeCloseTo(Math.min(...all), 6);
        });
      }),
    );
  });

  test('frames change nothing; rows arrive one by one; the last has the labels of the result', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { fitted, frames } = run(X, params, always);
        expect(fitted).toEqual(run(X, params).fitted);
        expect(frames.map(({ step }) => step)).toEqual(Array.from({ length: X.rows + 3 }, (_, step) => step));
        expect(frames[0]!.labels.every((label) => label === UNASSIGNED)).toBe(true);
        expect(frames.at(-1)!.labels).toEqual(fitted.labels);
        for (const [i, frame] of frames.entries()) {
          const before = frames[i - 1]?.labels ?? frame.labels;
          const changed = Array.from(frame.labels.keys()).filter((row) => frame.labels[row] !== before[row]);
          expect(Array.from(frame.changed)).toEqual(changed);
          const sizes = frame.extra.sizes as Int32Array;
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(Math.min(i, X.rows));
          expect((frame.extra.subclusters as Float64Array).length).toBe(sizes.length * X.cols);
        }
      }),
    );
  });

  test('many rows have few frames', () => {
    const { frames } = run(uniform(3000, 2), { threshold: 0.1 }, always);
    expect(frames.length).toBeLessThanOrEqual(300);
    expect(frames.slice(0, 3).map(({ step }) => step)).toEqual([0, 1, 14]);
    expect(frames[2]!.changed.length).toBe(13);
  });
});

describe('Birch: small and degenerate', () => {
  test('one row; all rows the same', () => {
    const one = run(fromRows([[3, 4]]), {}).fitted;
    expect(Array.from(one.labels)).toEqual([0]);
    expect(one.warnings).toEqual(['Only 1 subcluster formed, fewer than n_clusters (3): lower threshold.']);
    const same = run(matrix(9, 2, new Float64Array(18).fill(0.1)), { n_clusters: null }).fitted;
    expect(centersOf(same).rows).toBe(1);
    expect(same.warnings).toEqual(['All rows fit into one subcluster: lower threshold.']);
  });

  test('a single subcluster cannot be grouped to one cluster, as in scikit-learn', () => {
    const grouping = () => run(uniform(20, 2), { threshold: 9, n_clusters: 1 });
    expect(grouping).toThrow(RecipeError);
    expect(grouping).toThrow('params.n_clusters');
    expect(Array.from(new Set(run(uniform(20, 2), { threshold: 0.1, n_clusters: 1 }).fitted.labels))).toEqual([0]);
  });

  test('a threshold below all distances leaves every row on its own', () => {
    const { labels, warnings } = run(uniform(60, 2), { threshold: 1e-6, n_clusters: null, branching_factor: 4 }).fitted;
    expect(new Set(labels).size).toBe(60);
    expect(warnings[0]).toContain('Every row is a subcluster of its own');
  });

  test('a point at exactly the threshold is taken', () => {
    // Two points at 0 and 2 have radius 1.
    const X = fromRows([[0], [2]]);
    expect(centersOf(run(X, { threshold: 1, n_clusters: null }).fitted).rows).toBe(1);
    expect(centersOf(run(X, { threshold: 0.999, n_clusters: null }).fitted).rows).toBe(2);
  });
});

describe('Birch: in words', () => {
  const X = fromRows([[0], [0.5], [10], [20], [9.8]]);
  const { frames } = run(X, { threshold: 0.3, branching_factor: 2, n_clusters: 2 }, always);
  const told = frames.map((frame, i) => spec.narrate(frame, frames[i - 1] ?? null, noun));

  test('what each step did', () => {
    expect(told.map(({ title }) => title)).toEqual([
      'Step 0 · init',
      'Step 1 · insert',
      'Step 2 · insert',
      'Step 3 · insert',
      'Step 4 · split',
      'Step 5 · insert',
      'Step 6 · group',
      'Step 7 · assign',
    ]);
    expect(told[1]!.text).toBe('Flower 0 started subcluster 0.');
    expect(told[2]!.text).toBe('Flower 1 went to subcluster 0, now 2 flowers, radius 0.2500.');
    expect(told[4]!.text).toBe(
      'Flower 3 started subcluster 2: no other could take it within the threshold. Its leaf was full (2 is branching_factor) and split in two.',
    );
    expect(told[6]!.text).toBe('Ward linkage merged the centres of the 3 subclusters into 2 clusters.');
    expect(told[7]!.text).toBe(
      'Each flower has the label of the subcluster that is nearest now; for all 5 it is the one that took them.',
    );
  });

  test('why a row is where it is', () => {
    const why = (row: number, at: number) => spec.why({ row, X, frame: frames[at]!, frames, noun });
    expect(why(3, 1).reason).toBe('this flower has not arrived yet');
    expect(why(4, 5).reason).toBe('taken by subcluster 1 (2 flowers, radius 0.1000, at distance 0.1000)');
    const label = frames[7]!.labels[4]!;
    expect(why(4, 7).reason).toBe(
      `nearest: subcluster 1 (2 flowers, radius 0.1000, at distance 0.1000), which is in cluster ${label}`,
    );
    expect(why(4, 7).figures.map(({ value }) => value)).toEqual([
      expect.closeTo(0.1, 9),
      expect.closeTo(9.55, 9),
      expect.closeTo(10.2, 9),
    ]);
  });
});
