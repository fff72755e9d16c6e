import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTable } from '../../datasets/load.ts';
import type { FitContext } from '../../fit.ts';
import { fromRows, matrix, selectColumns } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { completeParams } from '../../spec/defaults.ts';
import { type Fitted, type Frame, type Matrix, NOISE, type Params, UNASSIGNED } from '../../types.ts';
import { fit as dbscan } from './fit.ts';
import { kneeOf } from './knee.ts';
import { spec } from './spec.ts';
import { BORDER, CORE, NOISE_SO_FAR, UNVISITED } from './states.ts';

const point = { one: 'point', many: 'points' };
const petals = selectColumns((await loadTable('iris')).X, [2, 3]);

function run(X: Matrix, params: Params, wantsFrame: FitContext['wantsFrame'] = () => false) {
  const steps = dbscan(X, completeParams(spec.params, params), { random: new RandomState(0), wantsFrame });
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

/** Integer points: many at eps exactly, many twice. */
const problems = fc
  .record({ rows: fc.integer({ min: 1, max: 60 }), cols: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, cols }) =>
    fc.record({
      X: fc
        .array(fc.integer({ min: -6, max: 6 }), { minLength: rows * cols, maxLength: rows * cols })
        .map((values) => matrix(rows, cols, Float64Array.from(values))),
      params: fc.record({
        eps: fc.constantFrom(0.5, 1, 2, 5, 30),
        min_samples: fc.integer({ min: 1, max: 12 }),
        metric: fc.constantFrom('euclidean', 'manhattan', 'chebyshev'),
      }),
    }),
  );

/** Straight from the definition, all pairs: cores, their components by the lowest row, borders to the first component. */
function byDefinition(X: Matrix, { eps, min_samples, metric }: { eps: number; min_samples: number; metric: string }) {
  const n = X.rows;
  const gaps = (a: number, b: number) =>
    Array.from({ length: X.cols }, (_, t) => Math.abs(X.data[a * X.cols + t]! - X.data[b * X.cols + t]!));
  const near = (a: number, b: number) => {
    const g = gaps(a, b);
    if (metric === 'manhattan') return g.reduce((sum, x) => sum + x, 0) <= eps;
    if (metric === 'chebyshev') return Math.max(...g) <= eps;
    return g.reduce((sum, x) => sum + x * x, 0) <= eps * eps;
  };
  const around = Array.from({ length: n }, (_, a) => Array.from({ length: n }, (_, b) => b).filter((b) => near(a, b)));
  const core = around.map((rows) => rows.length >= min_samples);
  const labels = new Int32Array(n).fill(NOISE);
  let clusters = 0;
  for (let start = 0; start < n; start++) {
    if (!core[start] || labels[start] !== NOISE) continue;
    const stack = [start];
    labels[start] = clusters;
    for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
      for (const other of core[row] ? around[row]! : []) {
        if (labels[other] !== NOISE) continue;
        labels[other] = clusters;
        stack.push(other);
      }
    }
    clusters++;
  }
  return { labels, core, around };
}

describe('DBSCAN: what always holds', () => {
  test('labels and core samples are those of the definition', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { fitted } = run(X, params);
        const { labels, core } = byDefinition(X, params);
        expect(fitted.labels).toEqual(labels);
        expect(Array.from(fitted.attributes.core_sample_indices as Int32Array)).toEqual(
          Array.from(core.keys()).filter((row) => core[row]),
        );
      }),
    );
  });

  test('frames change nothing, and each says all that changed since the one before', () => {
    fc.assert(
      fc.property(problems, fc.integer({ min: 1, max: 5 }), ({ X, params }, every) => {
        let asked = 0;
        const seen = run(X, params, (last) => last === true || asked++ % every === 0);
        expect(seen.fitted).toEqual(run(X, params).fitted);
        let previous = new Int32Array(X.rows).fill(UNASSIGNED);
        for (const frame of seen.frames) {
          const changed = Array.from(frame.labels.keys()).filter((row) => frame.labels[row] !== previous[row]);
          expect(Array.from(frame.changed).sort((a, b) => a - b)).toEqual(changed);
          previous = frame.labels as Int32Array<ArrayBuffer>;
        }
        expect(seen.frames.at(-1)!.labels).toEqual(seen.fitted.labels);
      }),
    );
  });

  test('every row is visited: states end as core, border or noise, and agree with the labels', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { frames, fitted } = run(X, params, always);
        const { core } = byDefinition(X, params);
        const state = frames.at(-1)!.extra.state as Uint8Array;
        const expected = core.map((isCore, row) =>
          isCore ? CORE : fitted.labels[row] === NOISE ? NOISE_SO_FAR : BORDER,
        );
        expect(Array.from(state)).toEqual(expected);
        expect((frames[0]!.extra.state as Uint8Array).every((one) => one === UNVISITED)).toBe(true);
        expect(frames.at(-1)!.score).toBe(fitted.labels.filter((label) => label !== NOISE).length / X.rows);
      }),
    );
  });

  test('a frame’s neighbours are those of its row, and its frontier waits to be visited', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { around } = byDefinition(X, params);
        const visited = new Set<number>();
        for (const { extra, phase } of run(X, params, always).frames) {
          if (phase === 'init' || phase === 'done') continue;
          const row = extra.row as number;
          visited.add(row);
          expect(Array.from(extra.neighbours as Int32Array).sort((a, b) => a - b)).toEqual(around[row]);
          for (const waiting of extra.frontier as Int32Array) {
            expect(visited.has(waiting) && (extra.state as Uint8Array)[waiting] === CORE).toBe(false);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('DBSCAN: degenerate input', () => {
  test('one point: noise, or a cluster where one is enough', () => {
    expect(Array.from(run(fromRows([[1, 2]]), {}).fitted.labels)).toEqual([NOISE]);
    expect(Array.from(run(fromRows([[1, 2]]), { min_samples: 1 }).fitted.labels)).toEqual([0]);
  });

  test('no core point: all noise, no components, and it is said', () => {
    const { fitted } = run(petals, { eps: 1e-9, min_samples: 60 });
    expect(new Set(fitted.labels)).toEqual(new Set([NOISE]));
    expect(fitted.attributes.components).toEqual({ data: new Float64Array(0), rows: 0, cols: 2 });
    expect(fitted.warnings).toEqual([
      'All points are noise: none has 60 points within eps = 1e-9, itself included. Raise eps or lower min_samples.',
      'Try eps of about 1.3, the knee of the k-distance curve.',
    ]);
  });

  test('nearly all noise, one cluster, nearly all core are said', () => {
    expect(run(petals, { eps: 0.05, min_samples: 8 }).fitted.warnings.join()).toMatch(/^Nearly all points are noise/);
    const { warnings } = run(petals, { eps: 10 }).fitted;
    expect(warnings[0]).toMatch(/^One cluster holds nearly everything/);
    expect(warnings[1]).toMatch(/^Nearly all points are core \(100 %\)/);
    expect(run(petals, { eps: 0.25, min_samples: 8 }).fitted.warnings).toEqual([]);
  });

  test('an eps to try is said where nearly all is noise or core, unless it is the one that was taken', () => {
    const said = (eps: number) => run(petals, { eps, min_samples: 8 }).fitted.warnings.at(-1)!;
    const words = /^Try eps of about (0\.\d+), the knee of the k-distance curve\.$/;
    expect(said(0.01)).toMatch(words);
    expect(said(10)).toBe(said(0.01));
    const knee = Number(words.exec(said(0.01))![1]);
    const { labels, warnings } = run(petals, { eps: knee, min_samples: 8 }).fitted;
    expect(new Set(labels).size).toBeGreaterThan(2);
    expect(warnings.filter((warning) => words.test(warning))).toEqual([]);
  });

  test('no eps to try is said where all are core and clusters are told apart all the same', () => {
    const { labels, warnings } = run(fromRows([[0], [1], [2], [3], [50], [51], [52], [53]]), {
      eps: 20,
      min_samples: 3,
    }).fitted;
    expect(new Set(labels)).toEqual(new Set([0, 1]));
    expect(warnings).toEqual([expect.stringMatching(/^Nearly all points are core/)]);
  });

  test('a curve has its knee where it is farthest below its chord; a straight one has none', () => {
    expect(kneeOf(Float64Array.of(1, 1.1, 1.2, 1.3, 4, 9))).toBe(1.3);
    expect(kneeOf(Float64Array.of(1, 2, 3, 4))).toBeNull();
    expect(kneeOf(Float64Array.of(0, 0, 0, 0, 5))).toBeNull();
    expect(kneeOf(new Float64Array(0))).toBeNull();
  });

  test('what does not go together names its field', () => {
    const refuse = (params: Params) => () => run(petals, params);
    expect(refuse({ metric: 'cosine', algorithm: 'kd_tree' })).toThrow(/^params\.algorithm: kd_tree cannot/);
    expect(refuse({ metric: 'minkowski' })).toThrow(/^params\.p: must be a number/);
    expect(refuse({ metric: 'minkowski', p: 0.5, algorithm: 'ball_tree' })).toThrow(
      /^params\.algorithm: ball_tree needs/,
    );
    expect(run(petals, { metric: 'minkowski', p: 0.5 }).fitted.labels.length).toBe(150);
  });

  test('the search structure changes nothing', () => {
    const labels = run(petals, { eps: 0.3 }).fitted.labels;
    for (const algorithm of ['ball_tree', 'kd_tree', 'brute']) {
      expect(run(petals, { eps: 0.3, algorithm, leaf_size: 3 }).fitted.labels).toEqual(labels);
    }
  });

  test('a long run pauses often and makes no more than some 300 frames', () => {
    const X = matrix(6000, 2, new RandomState(1).randomSamples(12_000));
    expect(run(X, { eps: 0.02 }).pauses).toBeGreaterThan(20);
    const { frames } = run(X, { eps: 0.03 }, always);
    expect(frames.length).toBeLessThan(320);
    expect(frames.length).toBeGreaterThan(150);
  });
});

describe('DBSCAN in words', () => {
  const line = fromRows([0, 1, 2, 3, 5, 7, 8, 9, 10, 30].map((x) => [x]));
  const { frames } = run(line, { eps: 2, min_samples: 4 }, always);
  const told = frames.map((frame, at) => spec.narrate(frame, frames[at - 1] ?? null, point));

  test('a whole run', () => {
    expect(told[0]!.text).toBe(
      'A point is core if at least 4 lie within eps = 2 of it, itself included. None has been visited yet.',
    );
    expect(told.map(({ text }) => text)).toContain(
      'Point 0 is not core: 3 neighbours within eps, itself included (at least 4 needed). Noise, unless a core point reaches it later.',
    );
    expect(told.map(({ text }) => text)).toContain(
      'Point 1 is core: 4 neighbours within eps, itself included (at least 4 needed). Cluster 0 starts here and takes in 3 points more.',
    );
    expect(told.map(({ text }) => text)).toContain(
      'Point 4 is a border point of cluster 0: only 3 neighbours within eps, itself included (at least 4 needed), so the cluster does not grow from it.',
    );
    expect(told.at(-1)).toEqual({
      title: `Step ${frames.at(-1)!.step} · done`,
      text: 'All 10 points visited: 2 clusters, 6 core, 3 border, 1 noise.',
    });
  });

  test('steps that were skipped are counted', () => {
    expect(spec.narrate(frames[5]!, frames[1]!, point).text).toMatch(/^3 points visited in between\. Point/);
  });

  test('why: core, border, noise, and not yet', () => {
    const why = (row: number, at = frames.length - 1) =>
      spec.why({ row, X: line, frame: frames[at]!, frames, noun: point });
    expect(why(1)).toEqual({
      figures: [{ cluster: 0, value: 3 }],
      caption: 'neighbours within eps, by cluster',
      reason: 'core: 4 neighbours within eps, itself included (at least 4 needed), so it is in cluster 0',
      links: [0, 2, 3].map((other) => ({ row: other, strong: false })),
    });
    expect(why(4)).toEqual({
      figures: [
        { cluster: 0, value: 1 },
        { cluster: 1, value: 1 },
      ],
      caption: 'neighbours within eps, by cluster',
      reason:
        'border: only 3 neighbours within eps, itself included (at least 4 needed), reached from core point 3, so in cluster 0',
      links: [3, 5].map((other) => ({ row: other, strong: other === 3 })),
    });
    expect(why(9).reason).toBe(
      'noise: only 1 neighbour within eps, itself included (at least 4 needed), and none of them is core',
    );
    expect(why(1, 0).reason).toMatch(/^core: .* needed\), not visited yet$/);
    expect(why(0, 1).reason).toMatch(/^noise so far: .* needed\); core point 1 has not reached it yet$/);
  });

  test('why while it runs counts who is core itself', () => {
    const soFar = frames.slice(0, 2);
    const { reason } = spec.why({ row: 0, X: line, frame: soFar[1]!, frames: soFar, noun: point });
    expect(reason).toMatch(/^noise so far: .* core point 1 has not reached it yet$/);
  });
});
