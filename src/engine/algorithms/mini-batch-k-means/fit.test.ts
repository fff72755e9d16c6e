import { describe, expect, test } from 'vitest';
import { fromRows } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { completeParams } from '../../spec/defaults.ts';
import { type Fitted, type Frame, type Matrix, type Params, RecipeError, UNASSIGNED } from '../../types.ts';
import { ENDING } from './ending.ts';
import { fit as fitSteps } from './fit.ts';
import { MOST_SHOWN } from './frames.ts';
import { spec } from './spec.ts';

const noun = { one: 'point', many: 'points' };

/** Three clouds of points. */
function clouds(n: number, seed = 0): Matrix {
  const random = new RandomState(seed);
  return fromRows(
    Array.from({ length: n }, (_, i) => [(i % 3) * 10 + random.standardNormal(), random.standardNormal()]),
  );
}

function run(X: Matrix, params: Params, wants: (last?: boolean) => boolean = () => false) {
  const complete = completeParams(spec.params, { random_state: 0, ...params });
  const steps = fitSteps(X, complete, { random: new RandomState(complete.random_state as number), wantsFrame: wants });
  const frames: Frame[] = [];
  let yields = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, frames, yields };
    yields++;
    if (step.value) frames.push(step.value);
  }
}

const result = ({ labels, attributes, warnings }: Fitted) => ({ labels, attributes, warnings });

function squareTo(X: Matrix, row: number, centers: Matrix, j: number): number {
  let sum = 0;
  for (let f = 0; f < X.cols; f++) sum += (X.data[row * X.cols + f]! - centers.data[j * X.cols + f]!) ** 2;
  return sum;
}

describe('what always holds', () => {
  const cases: [string, Params][] = [
    ['defaults', { n_clusters: 3 }],
    ['small batches', { n_clusters: 5, batch_size: 10 }],
    ['random', { n_clusters: 4, init: 'random' }],
    ['tol', { n_clusters: 3, batch_size: 50, tol: 0.05 }],
    [
      'by hand',
      {
        n_clusters: 2,
        init: [
          [0, 0],
          [20, 0],
        ],
      },
    ],
  ];
  test.each(cases)('every row is with its nearest centre, and the inertia recounts: %s', (_, params) => {
    const X = clouds(300);
    const { labels, attributes } = run(X, params);
    const centers = attributes.cluster_centers as Matrix;
    let inertia = 0;
    labels.forEach((label, row) => {
      const squares = Array.from({ length: centers.rows }, (_, j) => squareTo(X, row, centers, j));
      expect(squares[label]).toBeCloseTo(Math.min(...squares), 9);
      inertia += squares[label]!;
    });
    expect(attributes.inertia).toBeCloseTo(inertia, 9);
  });

  test('the same seed gives the same result, another seed other batches', () => {
    const X = clouds(300);
    const params = { n_clusters: 5, batch_size: 20 };
    expect(result(run(X, params))).toEqual(result(run(X, params)));
    expect(run(X, { ...params, random_state: 1 }).attributes.cluster_centers).not.toEqual(
      run(X, params).attributes.cluster_centers,
    );
  });

  test('n_iter is the passes begun', () => {
    const { attributes } = run(clouds(300), { n_clusters: 3, batch_size: 64, max_iter: 2, max_no_improvement: null });
    expect(attributes.n_steps).toBe(9);
    expect(attributes.n_iter).toBe(2);
  });

  test('yields at least once a batch, so that it can be stopped', () => {
    const { yields, attributes } = run(clouds(300), { n_clusters: 3, batch_size: 32 });
    expect(yields).toBeGreaterThanOrEqual(attributes.n_steps as number);
  });
});

describe('frames', () => {
  const X = clouds(240);
  const params = { n_clusters: 8, batch_size: 24, reassignment_ratio: 0.3 };

  test('change nothing, whether all, some or none are wanted', () => {
    let asked = 0;
    const none = result(run(X, params));
    expect(result(run(X, params, () => true))).toEqual(none);
    expect(result(run(X, params, (last) => last || asked++ % 3 === 0))).toEqual(none);
  });

  test('begin before the first batch and end with the result', () => {
    const { frames, labels, attributes } = run(X, params, () => true);
    expect(frames.map(({ step }) => step)).toEqual(
      Array.from({ length: (attributes.n_steps as number) + 1 }, (_, i) => i),
    );
    expect(frames[0]).toMatchObject({ phase: 'init', score: null });
    expect(frames[0]!.labels.every((label) => label === UNASSIGNED)).toBe(true);
    const last = frames.at(-1)!;
    expect(last.labels).toEqual(labels);
    expect(last.centers).toEqual(attributes.cluster_centers);
    expect(last.extra.ending).toBe(ENDING.max_no_improvement);
    expect(frames.slice(0, -1).every(({ extra }) => !extra.ending)).toBe(true);
  });

  test('the first centres are the rows named as seeds', () => {
    const { frames } = run(X, { ...params, init_size: 30 }, () => true);
    const { centers, extra } = frames[0]!;
    const seeds = extra.seeds as Int32Array;
    expect(seeds.length).toBe(8);
    seeds.forEach((row, j) => {
      expect(centers!.data.slice(2 * j, 2 * j + 2)).toEqual(X.data.slice(2 * row, 2 * row + 2));
    });
  });

  test('changed lists the rows whose label differs from that of the frame before', () => {
    const { frames } = run(X, params, () => true);
    frames.slice(1).forEach(({ labels, changed }, at) => {
      const before = frames[at]!.labels;
      expect(Array.from(changed)).toEqual([...labels.keys()].filter((i) => labels[i] !== before[i]));
    });
  });

  test('counts add up to the rows drawn, and each rate is the share of the batch in them', () => {
    const { frames } = run(X, { ...params, reassignment_ratio: 0 }, () => true);
    frames.slice(1).forEach(({ extra, step }) => {
      const counts = extra.counts as Float64Array;
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(24 * step);
      const pulls = new Float64Array(8);
      for (const label of extra.batchLabels as Int32Array) pulls[label]!++;
      (extra.rates as Float64Array).forEach((rate, j) => {
        expect(rate).toBe(pulls[j] === 0 ? 0 : pulls[j]! / counts[j]!);
      });
    });
  });

  test('a centre moves by its rate towards the mean of its rows in the batch', () => {
    const { frames } = run(X, { ...params, reassignment_ratio: 0 }, () => true);
    const [before, after] = [frames[3]!, frames[4]!];
    const batch = after.extra.batch as Int32Array;
    const mine = batch.filter((_, i) => (after.extra.batchLabels as Int32Array)[i] === 0);
    const mean = mine.reduce((sum, row) => sum + X.data[2 * row]!, 0) / mine.length;
    const from = before.centers!.data[0]!;
    expect(after.centers!.data[0]).toBeCloseTo(from + (after.extra.rates as Float64Array)[0]! * (mean - from), 12);
  });

  test('a reassigned centre sits on a row of the batch', () => {
    const { frames } = run(X, params, () => true);
    const moved = frames.filter(({ extra }) => (extra.reassigned as Int32Array | undefined)?.length);
    expect(moved.length).toBeGreaterThan(0);
    for (const { extra, centers } of moved) {
      const batch = Array.from(extra.batch as Int32Array);
      for (const j of extra.reassigned as Int32Array) {
        expect(batch.some((row) => squareTo(X, row, centers!, j) === 0)).toBe(true);
      }
    }
  });

  test('the curve is the exponentially weighted average, twice the share of a batch in the rows, without the first batch', () => {
    const { frames } = run(X, params, () => true);
    const weight = (2 * 24) / (240 + 1);
    expect(frames[1]!.score).toBe(frames[1]!.extra.inertia);
    expect(frames[2]!.score).toBe(frames[2]!.extra.inertia);
    for (const [at, { score, extra }] of frames.slice(3).entries()) {
      expect(score).toBe(extra.ewaInertia);
      expect(score).toBeCloseTo(frames[at + 2]!.score! * (1 - weight) + (extra.inertia as number) * weight, 12);
    }
  });

  test('show a large batch in part', () => {
    const { frames } = run(clouds(3000), { n_clusters: 3, batch_size: 2000 }, () => true);
    expect((frames[1]!.extra.batch as Int32Array).length).toBe(MOST_SHOWN);
    expect(frames[1]!.extra.batchSize).toBe(2000);
  });

  test('arrays are fresh: a receiver may take them away', () => {
    const { frames } = run(X, params, () => true);
    const buffers = frames.flatMap(({ labels, changed, centers, extra }) =>
      [labels, changed, centers!.data, ...Object.values(extra).filter((value) => typeof value === 'object')].map(
        ({ buffer }) => buffer,
      ),
    );
    expect(new Set(buffers).size).toBe(buffers.length);
  });
});

describe('degenerate points', () => {
  test('a single point', () => {
    const { labels, attributes } = run(fromRows([[3, 4]]), { n_clusters: 1 });
    expect(Array.from(labels)).toEqual([0]);
    expect(attributes).toMatchObject({ inertia: 0 });
    expect((attributes.cluster_centers as Matrix).data).toEqual(Float64Array.of(3, 4));
  });

  test('all points equal: one cluster, and a warning', () => {
    const { labels, warnings } = run(fromRows(Array.from({ length: 20 }, () => [1, 2])), { n_clusters: 3 });
    expect(new Set(labels)).toEqual(new Set([0]));
    expect(warnings[0]).toMatch(/^Only 1 of 3 centres/);
  });

  test('as many clusters as points', () => {
    const X = clouds(8);
    const { labels } = run(X, { n_clusters: 8 });
    expect(labels.length).toBe(8);
  });

  test.each<[string, Params, string]>([
    ['more clusters than rows', { n_clusters: 4 }, 'params.n_clusters'],
    [
      'centres of the wrong shape',
      {
        n_clusters: 2,
        init: [
          [1, 2, 3],
          [1, 2, 3],
        ],
      },
      'params.init',
    ],
    [
      'a reassignment_ratio that leaves no centre',
      { n_clusters: 1, reassignment_ratio: 1.5 },
      'params.reassignment_ratio',
    ],
  ])('%s is an error that names its field', (_, params, field) => {
    const attempt = () => run(clouds(3), params);
    expect(attempt).toThrow(RecipeError);
    expect(attempt).toThrow(field);
  });
});

describe('warnings', () => {
  test('of max_iter before convergence, but not where nothing else could end it', () => {
    const early = { n_clusters: 3, batch_size: 30, max_iter: 1 };
    expect(run(clouds(90), early).warnings.join()).toMatch(/stopped at max_iter, after 3 batches/);
    expect(run(clouds(90), { ...early, max_no_improvement: null }).warnings).toEqual([]);
  });

  test('of an init_size that is too small and of an n_init without effect', () => {
    expect(run(clouds(90), { n_clusters: 3, init_size: 2 }).warnings.join()).toMatch(/init_size \(2\) is less/);
    expect(run(clouds(90), { n_clusters: 1, n_init: 4, init: [[0, 0]] }).warnings.join()).toMatch(/n_init \(4\)/);
  });
});

describe('words', () => {
  const { frames } = run(
    clouds(240),
    { n_clusters: 8, batch_size: 24, reassignment_ratio: 0.3, n_init: 2, init_size: 50 },
    () => true,
  );

  test('say where the centres came from', () => {
    expect(spec.narrate(frames[0]!, null, noun)).toEqual({
      title: 'Step 0 · init',
      text: '8 centres, drawn by k-means++: the first at random, each further one the best of 4 points drawn far from the centres before; only 50 points, drawn at random, were looked at. These are the best of 2 such draws.',
    });
  });

  test('say what a batch did', () => {
    const { title, text } = spec.narrate(frames[5]!, frames[4]!, noun);
    expect(title).toBe('Step 5 · batch');
    expect(text).toMatch(/^24 points drawn at random\. Centre \d moved most, by [\d.]+/);
    expect(text).toMatch(/Smoothed inertia (fell|rose|stayed)/);
  });

  test('go into two lines of 120 letters, which the player keeps room for', () => {
    frames.slice(1).forEach((frame, before) => {
      const { title, text } = spec.narrate(frame, frames[before]!, noun);
      if ((frame.extra.reassigned as Int32Array).length === 0) expect(`${title}. ${text}`.length).toBeLessThan(240);
    });
  });

  test('say how it ended', () => {
    expect(spec.narrate(frames.at(-1)!, frames.at(-2)!, noun).text).toMatch(
      /no new low for 10 of 10 batches\. Converged\.$/,
    );
  });

  test('say of reassigned centres that they were put elsewhere', () => {
    const at = frames.findIndex(({ extra }) => (extra.reassigned as Int32Array | undefined)?.length);
    expect(spec.narrate(frames[at]!, frames[at - 1]!, noun).text).toMatch(
      /Centres? [\d, and]+ had seen too few points and (was|were) put on/,
    );
  });

  test('why: the nearest centre, and whether the row is in the batch', () => {
    const X = clouds(240);
    const frame = frames[5]!;
    const batch = Array.from(frame.extra.batch as Int32Array);
    const why = (row: number) => spec.why({ row, X, frame, frames, noun });
    const inside = why(batch[0]!);
    expect(inside.figures.length).toBe(8);
    expect(inside.reason).toMatch(/^nearest centre: \d, so cluster \d; .*it pulled centre \d [\d.]+ % of the way$/);
    const outside = [...X.data.keys()].find((row) => !batch.includes(row))!;
    expect(why(outside).reason).toMatch(/; not in this batch$/);
    expect(spec.why({ row: 0, X, frame: frames[0]!, frames, noun }).reason).toMatch(/no point has been looked at yet/);
  });
});
