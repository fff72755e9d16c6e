import { describe, expect, test } from 'vitest';
import { loadTable } from '../../datasets/load.ts';
import { matrix, selectColumns } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { completeParams } from '../../spec/defaults.ts';
import type { Frame, Matrix, Params } from '../../types.ts';
import { fit as kmeans } from './fit.ts';
import { spec } from './spec.ts';

const flower = { one: 'flower', many: 'flowers' };
const petals = selectColumns((await loadTable('iris')).X, [2, 3]);

function framesOf(X: Matrix, params: Params): Frame[] {
  const context = { random: new RandomState(42), wantsFrame: () => true };
  return Array.from(kmeans(X, completeParams(spec.params, params), context)).filter((frame) => frame !== null);
}

function told(frames: readonly Frame[]): string[] {
  return frames.map((frame, at) => spec.narrate(frame, frames[at - 1] ?? null, flower).text);
}

const byHand = [
  [1.3, 0.3],
  [3.3, 1],
  [4.2, 1.3],
];

describe('KMeans: what is said of a step', () => {
  test('a whole run', () => {
    const frames = framesOf(petals, { n_clusters: 3, init: byHand });
    const texts = told(frames);
    expect(texts.slice(0, 4)).toEqual([
      '3 centres, placed by hand.',
      'Each flower belongs to its nearest centre; inertia is 148.2.',
      'Each centre moved to the mean of its flowers; centre 2 moved most, by 0.9210. Inertia fell 54.3 % to 67.73.',
      '15 flowers changed cluster (outlined). Each now belongs to its nearest centre; inertia fell 18.5 % to 55.21.',
    ]);
    expect(texts[texts.length - 1]).toBe('Nothing changed: k-means has converged.');
    expect(spec.narrate(frames[3]!, frames[2]!, flower).title).toBe('Step 3 · assign');
  });

  test('how the centres were drawn', () => {
    const first = (params: Params) => told(framesOf(petals, params))[0];
    expect(first({ n_clusters: 3 })).toBe(
      '3 centres, drawn by k-means++: the first at random, each further one the best of 3 flowers drawn far from the centres before.',
    );
    expect(first({ n_clusters: 1 })).toBe('1 centre, put on 1 flower drawn at random.');
    expect(first({ n_clusters: 3, init: 'random' })).toMatch(
      /^3 centres, put on 3 flowers drawn at random\. Of 10 runs the best one is shown, run \d+\.$/,
    );
  });

  test('how it ended, other than by standing still', () => {
    const last = (params: Params) => told(framesOf(petals, { n_clusters: 3, init: byHand, ...params })).pop();
    expect(last({ max_iter: 1 })).toMatch(/That was max_iter: k-means stopped before it had converged\.$/);
    expect(last({ tol: 1 })).toMatch(/The centres moved less than tol asks for: k-means has converged\.$/);
  });

  test('an empty cluster', () => {
    const far = [...byHand.slice(0, 2), [90, 90]];
    const texts = told(framesOf(petals, { n_clusters: 3, init: far }));
    expect(texts[2]).toContain('Centre 2 had no flowers and took the one farthest from its own centre.');
  });

  test('one centre, and centres that need not move', () => {
    expect(told(framesOf(petals, { n_clusters: 1 }))[2]).toMatch(/^The centre moved to the mean of the flowers, by /);
    const four = matrix(2, 1, Float64Array.of(1, 5));
    expect(told(framesOf(four, { n_clusters: 2 }))[2]).toMatch(/^No centre moved/);
  });
});

describe('KMeans: why a row is where it is', () => {
  const frames = framesOf(petals, { n_clusters: 3, init: byHand });
  const why = (row: number, frame: Frame, X = petals) => spec.why({ row, X, frame, frames, noun: flower });

  test('before, after, and between', () => {
    expect(why(119, frames[0]!).reason).toBe('nearest centre: 2; no flower has been assigned yet');
    const after = why(119, frames[1]!);
    expect(after.reason).toBe('nearest centre: 2, so cluster 2');
    expect(after.figures.map(({ cluster }) => cluster)).toEqual([0, 1, 2]);
    expect(after.figures[2]!.value).toBeCloseTo(Math.hypot(5 - 4.2, 1.5 - 1.3), 12);
    const mover = frames[3]!.changed[0]!;
    const { labels } = frames[2]!;
    expect(why(mover, frames[2]!).reason).toBe(
      `still in cluster ${labels[mover]}, but centre ${frames[3]!.labels[mover]} is nearer since the centres moved: the next assignment takes it there`,
    );
  });

  test('a tie', () => {
    const X = matrix(3, 1, Float64Array.of(0, 1, 2));
    const [, assigned] = framesOf(X, { n_clusters: 2, init: [[2], [0]] });
    expect(why(1, { ...assigned!, labels: Int32Array.of(1, 1, 0) }, X).reason).toBe(
      'centres 1 and 0 are equally near; the tie went to cluster 1',
    );
  });
});
