import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drain } from '../../../../tests/reference/runs.ts';
import { fromRows, matrix } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { pixels } from '../../pixels.ts';
import { completeParams } from '../../spec/defaults.ts';
import { type Frame, type Matrix, NOISE, type Params, UNASSIGNED } from '../../types.ts';
import { fit as affinityPropagation } from './fit.ts';
import { allEqual, medianSimilarity, similarities } from './similarity.ts';
import { spec } from './spec.ts';

function run(X: Matrix, params: Params) {
  const frames: Frame[] = [];
  const fitted = drain(affinityPropagation, spec, X, params, (frame) => frames.push(frame));
  return { fitted, frames, exemplars: Array.from(fitted.attributes.cluster_centers_indices as Int32Array) };
}

const uniform = (rows: number, cols: number, seed = 0) =>
  matrix(rows, cols, new RandomState(seed).randomSamples(rows * cols));
const noun = { one: 'point', many: 'points' };

const problems = fc
  .record({ rows: fc.integer({ min: 1, max: 25 }), cols: fc.integer({ min: 1, max: 3 }) })
  .chain(({ rows, cols }) =>
    fc.record({
      X: fc
        .array(fc.integer({ min: -4, max: 4 }), { minLength: rows * cols, maxLength: rows * cols })
        .map((values) => matrix(rows, cols, Float64Array.from(values))),
      params: fc.record({
        damping: fc.constantFrom(0.5, 0.8),
        preference: fc.constantFrom(null, -20, -1, 0, 3),
        max_iter: fc.constantFrom(1, 20, 100),
        convergence_iter: fc.constantFrom(1, 15),
        random_state: fc.nat(1000),
      }),
    }),
  );

test('AffinityPropagation: exemplars among pixels come through a message as numbers', () => {
  const bytes = Uint8Array.from({ length: 24 }, (_, i) => (i < 12 ? i % 4 : 200 + (i % 4)));
  const { fitted, frames } = run(pixels(bytes, 6, 4), { random_state: 0 });
  expect(frames.at(-1)!.centers!.rows).toBeGreaterThan(1);
  for (const centers of [...frames.map((frame) => frame.centers), fitted.attributes.cluster_centers as Matrix]) {
    if (centers) expect(structuredClone(centers).data).toHaveLength(centers.rows * 4);
  }
});

describe('AffinityPropagation: what always holds', () => {
  test('exemplars ascend and stand for themselves; labels are positions among them, or all noise', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { fitted, exemplars } = run(X, params);
        expect(exemplars).toEqual([...new Set(exemplars)].sort((a, b) => a - b));
        expect(exemplars.map((row) => fitted.labels[row])).toEqual(exemplars.map((_, j) => j));
        const used = new Set(fitted.labels);
        if (exemplars.length === 0) expect(used).toEqual(new Set([NOISE]));
        else expect([...used].sort((a, b) => a - b)).toEqual(exemplars.map((_, j) => j));
        expect(fitted.attributes.n_iter).toBeLessThanOrEqual(params.max_iter);
      }),
      { numRuns: 60 },
    );
  });

  test('frames change nothing, begin before the first round, count their steps and end at the result', () => {
    fc.assert(
      fc.property(problems, ({ X, params }) => {
        const { fitted, frames } = run(X, params);
        const quiet = drain(affinityPropagation, spec, X, params);
        expect(Array.from(quiet.labels)).toEqual(Array.from(fitted.labels));
        expect(quiet.attributes).toEqual(fitted.attributes);
        expect(frames[0]!.phase).toBe('init');
        expect(new Set(frames[0]!.labels)).toEqual(new Set([UNASSIGNED]));
        expect(frames.map(({ step }) => step)).toEqual(frames.map((_, step) => step));
        expect(frames.length).toBe((fitted.attributes.n_iter as number) + 2);
        expect(Array.from(frames.at(-1)!.labels)).toEqual(Array.from(fitted.labels));
        expect(frames.at(-1)!.labels.buffer).not.toBe(fitted.labels.buffer);
      }),
      { numRuns: 40 },
    );
  });

  test('who stands out is told before there is an exemplar; the result tells who got another one', () => {
    const { frames } = run(uniform(40, 2), { damping: 0.9, preference: -1, random_state: 0 });
    const told = frames.map((frame, at) => spec.narrate(frame, frames[at - 1] ?? null, noun).text);
    const early = frames.findIndex(({ phase, centers }) => phase === 'messages' && centers === null);
    expect(told[early]).toMatch(/there is no exemplar\. Point \d+ stands out most: \d+ points? would choose it\.$/);
    const changed = frames.at(-1)!.changed.length;
    expect(changed).toBeGreaterThan(0);
    expect(told.at(-1)).toContain(` ${changed} points got another exemplar by that (outlined).`);
  });

  test('every frame can be told and every row asked about', () => {
    const X = uniform(30, 2);
    const { frames } = run(X, { damping: 0.7 });
    frames.forEach((frame, at) => {
      const { title, text } = spec.narrate(frame, frames[at - 1] ?? null, noun);
      expect(`${title} ${text}`).not.toMatch(/undefined|NaN|null/);
      const { reason, figures } = spec.why({ row: 3, X, frame, frames, noun });
      expect(reason).not.toMatch(/undefined|NaN|null/);
      expect(figures.length).toBe(Math.min(3, (frame.extra.exemplars as Int32Array).length));
    });
  });

  test('"why" is one sentence without figures; the messages of the chosen one and the next are a table beside it', () => {
    const X = uniform(30, 2);
    const { frames } = run(X, { damping: 0.7 });
    const at = frames.findLastIndex(({ phase }) => phase === 'messages');
    const { candidates, responsibilities, availabilities } = frames[at]!.extra as Record<string, Float64Array>;
    for (const [frame, choice] of [
      [frames[at]!, 'by its messages it would choose'],
      [frames.at(-1)!, 'by the last messages it chose'],
    ] as const) {
      for (let row = 0; row < 30; row++) {
        const { reason, table } = spec.why({ row, X, frame, frames, noun });
        const name = (other: number) => (other === row ? 'itself' : `point ${other}`);
        const [best, next] = [candidates![3 * row]!, candidates![3 * row + 1]!];
        expect(reason).toContain(`; ${choice} ${name(best)}, ahead of ${name(next)}`);
        expect(reason).not.toMatch(/\d\.\d/);
        expect(table!.rows).toEqual(
          [best, next].map((other, place) => {
            const [r, a] = [responsibilities![3 * row + place]!, availabilities![3 * row + place]!];
            return { name: name(other), values: [r, a, r + a] };
          }),
        );
      }
    }
    expect(spec.why({ row: 0, X, frame: frames[0]!, frames, noun }).table).toBeUndefined();
  });

  test('the best candidates come best first, with messages whose sum ranks them', () => {
    const { frames } = run(uniform(20, 2), {});
    const { candidates, responsibilities, availabilities, best } = frames[10]!.extra as Record<string, Float64Array>;
    for (let i = 0; i < 20; i++) {
      const sums = [0, 1, 2].map((at) => responsibilities![3 * i + at]! + availabilities![3 * i + at]!);
      expect(sums).toEqual([...sums].sort((a, b) => b - a));
      expect(best![i]).toBe(candidates![3 * i]);
    }
    const few = run(fromRows([[0], [1], [5]]), { damping: 0.6 }).frames[1]!.extra.candidates as Int32Array;
    expect(new Set(few)).toEqual(new Set([0, 1, 2]));
  });

  test('the last frame that converged has the largest net similarity of its exemplars', () => {
    const { frames } = run(uniform(40, 2), { damping: 0.8, preference: -0.3 });
    const last = frames.at(-1)!;
    expect(last.extra.ending).toBe(0);
    expect(last.score).toBeGreaterThanOrEqual(frames.at(-2)!.score!);
  });
});

function median(S: Float64Array): number {
  const steps = medianSimilarity(S);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

test('the median of more values than are put in order at once is that of all in order', () => {
  const random = new RandomState(3);
  const many = 90_000;
  for (const value of [
    () => -random.randomSample(),
    () => -Math.round(random.randomSample() * 3),
    () => -(10 ** (random.randomSample() * 300)),
    () => -7,
  ]) {
    for (const extra of [0, 1]) {
      const S = Float64Array.from({ length: many + extra }, value);
      const sorted = S.slice().sort();
      const middle = S.length >> 1;
      expect(median(S)).toBe(extra ? sorted[middle] : (sorted[middle - 1]! + sorted[middle]!) / 2);
    }
  }
});

describe('AffinityPropagation: at the edges', () => {
  test('one row is one cluster, without a round and without a complaint', () => {
    const { fitted, frames, exemplars } = run(fromRows([[1, 2]]), {});
    expect([Array.from(fitted.labels), exemplars, fitted.attributes.n_iter]).toEqual([[0], [0], 0]);
    expect(fitted.warnings).toEqual([]);
    expect(frames.map(({ phase }) => phase)).toEqual(['init', 'result']);
  });

  test.each([
    [-1, [0, 0, 0]],
    [1, [0, 1, 2]],
  ])('equal rows with preference %s', (preference, labels) => {
    const { fitted } = run(fromRows([[2], [2], [2]]), { preference });
    expect(Array.from(fitted.labels)).toEqual(labels);
    expect(fitted.attributes.n_iter).toBe(0);
    expect(fitted.warnings[0]).toMatch(/equally similar/);
  });

  test('not converged is said, with exemplars and without', () => {
    const X = uniform(30, 2);
    expect(run(X, { max_iter: 5 }).fitted.warnings.join()).toMatch(/Not converged: after max_iter \(5\)/);
    const none = run(X, { max_iter: 1 }).fitted;
    expect(none.warnings.join()).toMatch(/no point is an exemplar/);
    expect(none.attributes.cluster_centers).toEqual(matrix(0, 2));
  });

  test('a preference that makes every point an exemplar, or only one, is flagged', () => {
    const X = uniform(20, 2);
    expect(run(X, { preference: 1 }).fitted.warnings.join()).toMatch(/its own exemplar/);
    expect(run(X, { preference: -3, damping: 0.9 }).fitted.warnings.join()).toMatch(/stands for all/);
  });

  test('a fit of many rows pauses often enough to be cancelled', () => {
    const steps = affinityPropagation(uniform(700, 2), completeParams(spec.params, { max_iter: 3 }), {
      random: new RandomState(0),
      wantsFrame: () => false,
    });
    let pauses = 0;
    while (!steps.next().done) pauses++;
    expect(pauses).toBeGreaterThan(7);
  });

  test('the median counts the zeros on the diagonal', () => {
    const drained = similarities(fromRows([[0], [1], [3]]));
    let step = drained.next();
    while (!step.done) step = drained.next();
    expect(Array.from(step.value, (value) => value + 0)).toEqual([0, -1, -9, -1, 0, -4, -9, -4, 0]);
    expect(median(step.value)).toBe(-1);
    expect(allEqual(step.value, 3)).toBe(false);
    expect(median(Float64Array.of(0, -3, -3, 0))).toBe(-1.5);
  });

  test('the cost grows with rows and rounds', () => {
    const cost = (n: number, max_iter: number) => spec.cost!(n, 2, completeParams(spec.params, { max_iter }));
    expect(cost(2000, 200).bytes).toBe(96e6);
    expect(cost(2000, 200).seconds / cost(1000, 200).seconds).toBeCloseTo(4);
    expect(cost(1000, 400).seconds).toBeGreaterThan(1.5 * cost(1000, 200).seconds);
  });
});
