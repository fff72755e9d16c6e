import { RandomState } from '../numeric/random-state.ts';
import { completeParams } from '../spec/defaults.ts';
import type { LaidOut, LayoutAsk, LayoutResult } from '../spec/projection.ts';
import type { Matrix } from '../types.ts';
import { framed } from './framed.ts';
import type { LayoutSteps } from './layout.ts';
import { nearest } from './near.ts';
import { placedBetween } from './placed.ts';
import { reduced, takeRows } from './reduced.ts';
import { projectionSpec } from './specs.ts';

/** Neighbours that a row which is not in the sample is placed by. */
const PLACED_BY = 5;
/** Its first neighbours are nearly all in the cells next to it, and there may be 60,000 such rows. */
const PLACED_CELLS = 4;
/** The share of the work that comes before the layout: reducing, and finding what the rest is placed by. */
const BEFORE = 0.1;

/**
 * Places all rows of X on the plane: lays out all, or a sample, and places the rest between the nearest of these.
 * The same seed (`random_state` where the layout has one, else 0) gives the same places.
 * @param wanted asked whenever there are places to be seen
 */
export function* layOut(
  X: Matrix,
  { id, params: own, rows }: LayoutAsk,
  layoutSteps: LayoutSteps,
  wanted: () => boolean,
): Generator<LaidOut, LayoutResult, void> {
  const params = completeParams(projectionSpec(id)!.params, own);
  const random = new RandomState(typeof params.random_state === 'number' ? params.random_state : 0);
  const all = yield* quiet(reduced(X));
  const sample = rows < all.rows ? random.permutation(all.rows).subarray(0, rows).sort() : null;
  const points = sample ? takeRows(all, sample) : all;
  const near = sample && (yield* quiet(nearest(all, points, PLACED_BY, false, random, PLACED_CELLS)));
  const sampled = new Float64Array(2 * points.rows);
  const seen = (write: (into: Float64Array) => void): Float64Array => {
    write(sampled);
    framed(sampled);
    return sample && near ? spread(placedBetween(near, sampled), sample, sampled) : sampled.slice();
  };
  let write: (into: Float64Array) => void = () => {};
  for (const step of layoutSteps({ points, params, random })) {
    write = step.write ?? write;
    // The start is always shown: until then there is no picture at all.
    const isSeen = step.write !== null && (step.share === 0 || wanted());
    yield { share: BEFORE + (1 - BEFORE) * step.share, places: isSeen ? seen(write) : null };
  }
  return { places: seen(write), sample };
}

/** Work that shows nothing. */
function* quiet<T>(work: Generator<unknown, T, void>): Generator<LaidOut, T, void> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield { share: 0, places: null };
  }
}

/** Puts the sample's own places over those they were placed by. */
function spread(all: Float64Array, sample: Int32Array, own: Float64Array): Float64Array {
  sample.forEach((row, i) => {
    all[2 * row] = own[2 * i]!;
    all[2 * row + 1] = own[2 * i + 1]!;
  });
  return all;
}
