import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTable } from '../../datasets/load.ts';
import type { FitContext } from '../../fit.ts';
import { fromRows, matrix, selectColumns } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { completeParams } from '../../spec/defaults.ts';
import { recipeToPython } from '../../spec/python.ts';
import { type Fitted, type Frame, type Matrix, NOISE, type Params, RecipeError } from '../../types.ts';
import { fit as meanShift } from './fit.ts';
import { binSeeds } from './seeds.ts';
import { spec } from './spec.ts';

const point = { one: 'point', many: 'points' };
const petals = selectColumns((await loadTable('iris')).X, [2, 3]);

function run(X: Matrix, params: Params, wantsFrame: FitContext['wantsFrame'] = () => false) {
  const steps = meanShift(X, completeParams(spec.params, params), { random: new RandomState(0), wantsFrame });
  const frames: Frame[] = [];
  let pauses = 0;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { fitted: value as Fitted, frames, pauses };
    if (value) frames.push(value);
    else pauses++;
  }
}

const always = () => true;
const centersOf = ({ attributes }: Fitted) => attributes.cluster_centers as Matrix;
const uniform = (rows: number, cols: number, seed = 0) =>
  matrix(rows, cols, new RandomState(seed).randomSamples(rows * cols));

function distance(X: Matrix, row: number, centers: Matrix, c: number): number {
  let squares = 0;
  for (let t = 0; t < X.cols; t++) squares += (X.data[row * X.cols + t]! - centers.data[c * X.cols + t]!) ** 2;
  return Math.sqrt(squares);
}

const problems = fc
  .record({ rows: fc.integer({ min: 1, max: 50 }), cols: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, cols }) =>
    fc.record({
      X: fc
        .array(fc.integer({ min: -9, max: 9 }), { minLength: rows * cols, maxLength: rows * cols })
        .map((values) => matrix(rows, cols, Float64Array.from(values))),
      params: fc.record({
        bandwidth: fc.constantFrom(0.5, 2, 3.3, 40),
        bin_seeding: fc.boolean(),
        cluster_all: fc.boolean(),
        max_iter: fc.constantFrom(0, 1, 300),
      }),
    }),
  );

/** Not every seeding meets a row: that is refused, and tested below. */
function runOrNull(X: Matrix, params: Params, wantsFrame?: FitContext['wantsFrame']) {
  try {
    return run(X, params, wantsFrame);
  } catch (error) {
    if (error instanceof RecipeError) return null;
    throw error;
  }
}

describe('MeanShift: what always holds', () => {
  test('each row goes to its nearest centre, or is noise beyond the bandwidth of all', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const seen = runOrNull(X, params);
        fc.pre(seen !== null);
        const centers = centersOf(seen.fitted);
        seen.fitted.labels.forEach((label, row) => {
          const all = Array.from({ length: centers.rows }, (_, c) => distance(X, row, centers, c));
          const least = Math.min(...all);
          if (label === NOISE) {
            expect(params.cluster_all).toBe(false);
            expect(least).toBeGreaterThan(params.bandwidth);
          } else {
            expect(all[label]).toBe(least);
            if (!params.cluster_all) expect(least).toBeLessThanOrEqual(params.bandwidth);
          }
        });
      }),
    );
  });

  test('no two centres lie within the bandwidth of each other', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const seen = runOrNull(X, params);
        fc.pre(seen !== null);
        const centers = centersOf(seen.fitted);
        for (let a = 0; a < centers.rows; a++) {
          for (let b = 0; b < a; b++) expect(distance(centers, a, centers, b)).toBeGreaterThan(params.bandwidth);
        }
      }),
    );
  });

  test('frames change nothing, and the last has the labels and the centres', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 4 }), ({ X, params }, every) => {
        let asked = 0;
        const seen = runOrNull(X, params, (last) => last === true || asked++ % every === 0);
        const quiet = runOrNull(X, params);
        expect(seen?.fitted).toEqual(quiet?.fitted);
        fc.pre(seen !== null);
        const last = seen.frames.at(-1)!;
        expect([last.phase, last.labels, last.centers]).toEqual([
          'assign',
          seen.fitted.labels,
          seen.fitted.attributes.cluster_centers,
        ]);
      }),
    );
  });

  test('seeds only ever settle, each at the mode that it names or within the bandwidth of it', () => {
    const { frames, fitted } = run(petals, { bandwidth: 0.8 }, always);
    const left = frames.map(({ score }) => score!);
    expect(left).toEqual([...left].sort((a, b) => b - a));
    expect([left[0], left.at(-1)]).toEqual([150, 0]);
    const { mode, seeds } = frames.at(-1)!.extra as { mode: Int32Array; seeds: Float64Array };
    const places: Matrix = { data: seeds, rows: 150, cols: 2 };
    mode.forEach((c, seed) => {
      expect(distance(places, seed, centersOf(fitted), c)).toBeLessThanOrEqual(0.8);
    });
  });

  test('many rows: whole boxes are summed on the way, and the end is the same to the last bit', () => {
    const X = uniform(1200, 2, 3);
    const { fitted } = run(X, { bandwidth: 0.3, bin_seeding: true });
    const centers = centersOf(fitted);
    for (let c = 0; c < centers.rows; c++) {
      const rows = Array.from({ length: 1200 }, (_, row) => row).filter((row) => distance(X, row, centers, c) <= 0.3);
      for (let t = 0; t < 2; t++) {
        const mean = rows.reduce((sum, row) => sum + X.data[2 * row + t]!, 0) / rows.length;
        // The mean of the window before the last move, which was less than a thousandth of the bandwidth.
        expect(Math.abs(mean - centers.data[2 * c + t]!)).toBeLessThan(0.3e-2);
      }
    }
  });
});

describe('MeanShift: degenerate input', () => {
  test('one point is one mode', () => {
    const { fitted } = run(fromRows([[1, 2]]), {});
    expect(fitted.attributes).toEqual({ cluster_centers: fromRows([[1, 2]]), n_iter: 0, bandwidth: 0 });
    expect(Array.from(fitted.labels)).toEqual([0]);
  });

  test('all the same', () => {
    const { fitted } = run(fromRows(Array(40).fill([0.5, 0.75])), {});
    expect(centersOf(fitted)).toEqual(fromRows([[0.5, 0.75]]));
  });

  test('what scikit-learn refuses names its field', () => {
    const X = uniform(50, 3);
    expect(() => run(X, { bandwidth: 0.01, bin_seeding: true, min_bin_freq: 2 })).toThrow(
      /^params\.min_bin_freq: no bin/,
    );
    const far = matrix(1, 9, new Float64Array(9).fill(0.49));
    const two = matrix(2, 9, Float64Array.of(...far.data, ...far.data));
    expect(() => run(two, { bandwidth: 1, bin_seeding: true })).toThrow(/^params\.bandwidth: no point lies within 1/);
    expect(() => run(X, { quantile: 0 })).toThrow(/^params\.quantile: the bandwidth estimated with it is 0/);
  });

  test('bins: halves go to the even cell, -0 is 0, a row to each bin falls back to the rows', () => {
    const X = matrix(6, 1, Float64Array.of(0.5, -0.3, 1.5, 2.5, 2.2, 0.1));
    expect(Array.from(binSeeds(X, 1, 1, true).points)).toEqual([0, 2]);
    expect(Array.from(binSeeds(X, 1, 4, true).points)).toEqual([]);
    expect(binSeeds(matrix(2, 1, Float64Array.of(0, 5)), 1, 1, true).areRows).toBe(true);
    // 0.3 is not a float32 number: three times it is 0.90000004 there, and 0.9 here.
    const tenths = matrix(3, 1, Float64Array.of(0.9, 0.9, 0.3));
    expect(Array.from(binSeeds(tenths, 0.3, 2, true).points)).toEqual([Math.fround(3 * Math.fround(0.3))]);
    expect(Array.from(binSeeds(tenths, 0.3, 2, false).points)).toEqual([3 * 0.3]);
    expect(Math.fround(3 * Math.fround(0.3))).not.toBe(3 * 0.3);
  });

  test('one mode, a mode for every point, and max_iter are said', () => {
    expect(run(petals, { bandwidth: 30 }).fitted.warnings).toEqual([
      'All seeds came to one mode. Lower the bandwidth to see more.',
    ]);
    expect(run(uniform(60, 2), { bandwidth: 1e-4 }).fitted.warnings[0]).toMatch(/^60 clusters for 60 points/);
    expect(run(petals, { bandwidth: 1, max_iter: 1 }).fitted.warnings[0]).toMatch(
      /^Not converged: \d+ seeds were still climbing after max_iter = 1/,
    );
  });

  test('a long run pauses often', () => {
    expect(run(uniform(3000, 2), { quantile: 0.2 }).pauses).toBeGreaterThan(20);
  });
});

describe('MeanShift in words', () => {
  const X = fromRows([
    [0, 0],
    [1, 0],
    [0, 1],
    [9, 9],
    [9, 8],
    [30, 30],
  ]);
  const { frames } = run(X, { bandwidth: 2 }, always);
  const told = frames.map((frame, at) => spec.narrate(frame, frames[at - 1] ?? null, point).text);
  const why = (row: number, at = frames.length - 1, of = frames) =>
    spec.why({ row, X, frame: of[at]!, frames: of, noun: point });

  test('a whole run', () => {
    expect(told).toEqual([
      '6 seeds, one at each point. Each climbs to the mean of the points within 2 of it, until it hardly moves.',
      '5 seeds moved, by 0.5924 on average. 5 of 6 still climb.',
      'All have settled.',
      '6 seeds came to 3 modes: of those within 2 of each other the one with the most points around it stands.',
      'Each point goes to its nearest mode: 3 clusters.',
    ]);
    expect(spec.narrate(frames[1]!, frames[0]!, point).title).toBe('Step 1 · climb');
  });

  test('why: the path of its seed, and the nearest mode', () => {
    const { figures, caption, reason } = why(1);
    expect(figures.map(({ cluster }) => cluster)).toEqual([0, 1, 2]);
    expect(figures[1]!.value).toBeCloseTo(Math.hypot(8, 8.5), 12);
    expect(caption).toBe('distance to each mode');
    expect(reason).toBe(
      'its seed climbed 0.7454 in 1 step to mode 0; nearest mode: 0 (0.7454 away), so the point is in cluster 0',
    );
    expect(why(5).reason).toBe(
      'its seed has not moved: it is at mode 2; nearest mode: 2 (0.000 away), so the point is in cluster 2',
    );
    expect(why(1, 1).reason).toBe('its seed climbed 0.7454 in 1 step and still climbs');
  });

  test('why with seeds from bins, and beyond every mode', () => {
    const binned = run(X, { bandwidth: 2, bin_seeding: true, min_bin_freq: 2, cluster_all: false }, always).frames;
    expect(why(0, 0, binned).reason).toBe('the seed of its cell has not moved');
    expect(why(1, binned.length - 1, binned).reason).toMatch(
      /^the seed of its cell climbed [\d.]+ in \d+ steps? to mode 0; nearest mode: 0 /,
    );
    expect(why(5, 0, binned).reason).toBe('its cell holds too few points for a seed (min_bin_freq)');
    expect(why(5, binned.length - 1, binned).reason).toMatch(
      /^its cell holds too few points for a seed \(min_bin_freq\); noise: every mode is farther than the bandwidth 2 /,
    );
    expect(spec.narrate(binned.at(-1)!, null, point).text).toMatch(/1 point beyond 2 of every mode: noise\.$/);
  });

  test('Python: quantile belongs to estimate_bandwidth', () => {
    const script = (params: Params) => recipeToPython({ dataset: 'iris', algorithm: 'MeanShift', params });
    expect(script({})).toContain('model = MeanShift()\n');
    expect(script({ bandwidth: 0.7, quantile: 0.1 })).toContain('model = MeanShift(bandwidth=0.7)\n');
    const estimated = script({ quantile: 0.1, bin_seeding: true });
    expect(estimated).toContain('from sklearn.cluster import estimate_bandwidth\n');
    expect(estimated).toContain(
      'bandwidth = estimate_bandwidth(X, quantile=0.1)\nmodel = MeanShift(bandwidth=bandwidth, bin_seeding=True)\n',
    );
    expect(script({ quantile: 0.1 })).toContain('model = MeanShift(bandwidth=bandwidth)\n');
  });
});
