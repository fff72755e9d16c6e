import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FitContext } from '../../fit.ts';
import { matrix } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { completeParams } from '../../spec/defaults.ts';
import { type Fitted, type Frame, type Matrix, type Params, RecipeError, UNASSIGNED } from '../../types.ts';
import { fit as kmeans } from './fit.ts';
import { spec } from './spec.ts';

interface Seen {
  readonly fitted: Fitted;
  readonly frames: readonly Frame[];
  /** Yields without a frame. */
  readonly pauses: number;
}

function run(
  X: Matrix,
  params: Params,
  wantsFrame: FitContext['wantsFrame'] = () => false,
  taken: (frame: Frame) => void = () => {},
): Seen {
  const random = new RandomState((params.random_state as number) ?? 0);
  const steps = kmeans(X, completeParams(spec.params, params), { random, wantsFrame });
  const frames: Frame[] = [];
  let pauses = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { fitted: value, frames, pauses };
    if (value) {
      frames.push(value);
      taken(value);
    } else pauses++;
  }
}

const always = () => true;
const centersOf = ({ attributes }: Fitted) => attributes.cluster_centers as Matrix;
const uniform = (rows: number, cols: number, seed = 0) =>
  matrix(rows, cols, new RandomState(seed).randomSamples(rows * cols));

/** Integer points (many ties and duplicates) with parameters that go with them. */
const problems = fc
  .record({ rows: fc.integer({ min: 1, max: 40 }), cols: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, cols }) =>
    fc.record({
      X: fc
        .array(fc.integer({ min: -9, max: 9 }), { minLength: rows * cols, maxLength: rows * cols })
        .map((values) => matrix(rows, cols, Float64Array.from(values))),
      params: fc.record({
        n_clusters: fc.integer({ min: 1, max: rows }),
        init: fc.constantFrom('k-means++', 'random'),
        n_init: fc.constantFrom(1, 2, 'auto'),
        max_iter: fc.constantFrom(1, 2, 300),
        tol: fc.constantFrom(0, 1e-4, 0.5),
        algorithm: fc.constantFrom('lloyd', 'elkan'),
        random_state: fc.nat(1000),
      }),
    }),
  );

describe('KMeans: what always holds', () => {
  test('labels are of clusters, centres and inertia are finite, inertia is that of labels and centres', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { fitted } = run(X, params);
        const centers = centersOf(fitted);
        expect([centers.rows, centers.cols]).toEqual([params.n_clusters, X.cols]);
        expect(fitted.labels.every((label) => label >= 0 && label < params.n_clusters)).toBe(true);
        let inertia = 0;
        X.data.forEach((value, at) => {
          const label = fitted.labels[Math.floor(at / X.cols)]!;
          inertia += (value - centers.data[label * X.cols + (at % X.cols)]!) ** 2;
        });
        expect(fitted.attributes.inertia).toBeCloseTo(inertia, 8);
      }),
    );
  });

  test('each row belongs to its nearest centre, where no cluster is empty', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { fitted } = run(X, params);
        // scikit-learn leaves the labels alone when the last update moves the centre of an empty cluster.
        fc.pre(new Set(fitted.labels).size === params.n_clusters);
        const centers = centersOf(fitted);
        for (let i = 0; i < X.rows; i++) {
          const squares = Array.from({ length: centers.rows }, (_, j) =>
            Array.from({ length: X.cols }, (_, f) => (X.data[i * X.cols + f]! - centers.data[j * X.cols + f]!) ** 2),
          ).map((terms) => terms.reduce((sum, term) => sum + term, 0));
          expect(squares[fitted.labels[i]!]!).toBeLessThanOrEqual(Math.min(...squares) + 1e-9);
        }
      }),
    );
  });

  test('inertia never rises from frame to frame, except where an empty cluster is given a point', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { frames } = run(X, params, always);
        for (let at = 2; at < frames.length; at++) {
          if ((frames[at]!.extra.relocated as Int32Array | undefined)?.length) continue;
          expect(frames[at]!.score!).toBeLessThanOrEqual(frames[at - 1]!.score! + 1e-9);
        }
      }),
    );
  });

  test('frames: a start, then assign and update in turn, the last one equal to the result', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { frames, fitted } = run(X, params, always);
        const last = frames[frames.length - 1]!;
        expect(Array.from(last.labels)).toEqual(Array.from(fitted.labels));
        expect(Array.from(last.centers!.data)).toEqual(Array.from(centersOf(fitted).data));
        expect(last.score).toBe(fitted.attributes.inertia);
        expect(frames.map((frame) => frame.step)).toEqual(frames.map((_, at) => at));
        expect(frames.map((frame) => frame.phase)).toEqual(
          frames.map((_, at) => (at === 0 ? 'init' : at % 2 ? 'assign' : 'update')),
        );
        expect(frames[0]!.score).toBeNull();
        expect(frames[0]!.labels.every((label) => label === UNASSIGNED)).toBe(true);
      }),
    );
  });

  test('changed names the rows whose label is not what it was', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { frames } = run(X, params, always);
        for (let at = 1; at < frames.length; at++) {
          const before = frames[at - 1]!.labels;
          const differ = Array.from(frames[at]!.labels.keys()).filter((i) => frames[at]!.labels[i] !== before[i]);
          expect(Array.from(frames[at]!.changed)).toEqual(differ);
        }
      }),
    );
  });

  test('the same with frames, without, and with frames now and then', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const quiet = run(X, params);
        const watched = run(X, params, always);
        let asked = 0;
        const sometimes = run(X, params, (last) => asked++ % 3 === 0 || last === true);
        expect(quiet.frames).toHaveLength(0);
        expect(watched.fitted).toEqual(quiet.fitted);
        expect(sometimes.fitted).toEqual(quiet.fitted);
        expect(sometimes.frames[sometimes.frames.length - 1]!.labels).toEqual(quiet.fitted.labels);
        expect(sometimes.frames.length).toBeLessThanOrEqual(watched.frames.length);
      }),
    );
  });

  test('nothing that was handed out changes later, and the points stay as they were', () => {
    const X = uniform(60, 2);
    const before = X.data.slice();
    const taken: Frame[] = [];
    const { frames } = run(X, { n_clusters: 4 }, always, (frame) => taken.push(structuredClone(frame)));
    expect(X.data).toEqual(before);
    expect(frames).toEqual(taken);
  });

  test('a frame shares with the one before what is still the same', () => {
    const { frames } = run(uniform(60, 2), { n_clusters: 4 }, always);
    expect(frames.length).toBeGreaterThan(4);
    for (const [i, frame] of frames.slice(2).entries()) {
      const before = frames[i + 1]!;
      // A step assigns or it moves centres, never both.
      const [sameLabels, sameCenters] = [frame.labels === before.labels, frame.centers!.data === before.centers!.data];
      expect([sameLabels, sameCenters].filter(Boolean).length, `step ${frame.step}`).toBeGreaterThanOrEqual(1);
      expect(frame.phase === 'update' ? sameLabels : sameCenters).toBe(true);
    }
  });
});

describe('KMeans: runs', () => {
  const X = uniform(90, 2);

  test('more runs never end worse, and show the best one', () => {
    const one = run(X, { n_clusters: 8, random_state: 3 });
    const ten = run(X, { n_clusters: 8, n_init: 10, random_state: 3 }, always);
    expect(ten.fitted.attributes.inertia as number).toBeLessThan(one.fitted.attributes.inertia as number);
    expect(ten.frames[0]!.extra).toMatchObject({ runs: 10 });
    expect(ten.frames[0]!.extra.run).toBeGreaterThan(1);
    expect(ten.frames.filter((frame) => frame.phase === 'init')).toHaveLength(1);
  });

  test('it stops between blocks, so that a caller can slice or cancel', () => {
    const wide = uniform(3000, 200);
    const { pauses, fitted } = run(wide, { n_clusters: 5, max_iter: 2 });
    expect(pauses).toBeGreaterThan((fitted.attributes.n_iter as number) * 2);
  });

  test('blocks make no difference', () => {
    const data = uniform(3000, 200).data;
    const narrow = matrix(
      3000,
      2,
      Float64Array.from({ length: 6000 }, (_, i) => data[i * 100]!),
    );
    const padded = matrix(3000, 200, new Float64Array(600_000));
    narrow.data.forEach((value, at) => {
      padded.data[Math.floor(at / 2) * 200 + (at % 2)] = value;
    });
    for (const algorithm of ['lloyd', 'elkan']) {
      const params = { n_clusters: 6, algorithm, random_state: 1, tol: 0 };
      expect(run(padded, params).fitted.labels).toEqual(run(narrow, params).fitted.labels);
    }
  });
});

describe('KMeans: degenerate and wrong', () => {
  test('more clusters than rows', () => {
    const attempt = () => run(uniform(5, 2), { n_clusters: 6 });
    expect(attempt).toThrow(RecipeError);
    expect(attempt).toThrow('params.n_clusters: must be at most the number of rows (5)');
  });

  test.each([
    ['too few centres', [[0, 0]]],
    ['centres of another width', [[0], [1]]],
    ['ragged centres', [[0, 0], [1]]],
  ])('%s', (_, init) => {
    expect(() => run(uniform(5, 2), { n_clusters: 2, init })).toThrow(
      'params.init: must be 2 rows of 2 numbers (n_clusters × features)',
    );
  });

  test('fewer distinct rows than clusters: a warning that says so', () => {
    const { fitted } = run(matrix(4, 1, Float64Array.of(1, 1, 2, 2)), { n_clusters: 3 });
    expect(fitted.warnings).toEqual([
      'Only 2 distinct clusters were found, fewer than n_clusters (3): there may be duplicate rows.',
    ]);
    expect(fitted.attributes.inertia).toBe(0);
  });

  test('stopped by max_iter: a warning; converged: none', () => {
    const X = uniform(200, 2);
    expect(run(X, { n_clusters: 5, max_iter: 1 }).fitted.warnings).toEqual([
      'The run stopped at max_iter (1) before it had converged.',
    ]);
    expect(run(X, { n_clusters: 5 }).fitted.warnings).toEqual([]);
  });

  test('centres by hand make one run, and elkan needs two clusters: both are said', () => {
    const X = uniform(9, 1);
    expect(run(X, { n_clusters: 1, init: [[0.5]], n_init: 4, algorithm: 'elkan' }).fitted.warnings).toEqual([
      'The initial centres are given, so one run was made instead of 4.',
      'Elkan’s algorithm makes no sense for a single cluster; Lloyd’s was used.',
    ]);
  });
});
