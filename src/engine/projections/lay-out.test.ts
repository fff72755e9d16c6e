import { describe, expect, it } from 'vitest';
import { matrix } from '../numeric/matrix.ts';
import { RandomState } from '../numeric/random-state.ts';
import type { LayoutAsk, LayoutResult } from '../spec/projection.ts';
import type { Matrix } from '../types.ts';
import { layOut } from './lay-out.ts';
import { layouts } from './layouts.ts';
import { type LayoutId, projections } from './specs.ts';

const ids = projections.filter(({ kind }) => kind === 'layout').map(({ id }) => id as LayoutId);

async function result(X: Matrix, ask: Partial<LayoutAsk> & { id: LayoutId }): Promise<LayoutResult> {
  const { layoutSteps } = await layouts[ask.id]();
  const steps = layOut(X, { params: {}, rows: 10_000, ...ask }, layoutSteps, () => false);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Three balls in five dimensions, far from each other; row i is of ball i % 3. */
function balls(n: number): Matrix {
  const random = new RandomState(1);
  const X = matrix(n, 5);
  for (let at = 0; at < X.data.length; at++)
    X.data[at] = random.standardNormal() + 30 * ((Math.floor(at / 5) % 3) - (at % 2));
  return X;
}

/** The share of rows whose nearest row in the picture is of their own ball. */
function kept({ places }: LayoutResult): number {
  const n = places.length / 2;
  let good = 0;
  for (let i = 0; i < n; i++) {
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (let j = 0; j < n; j++) {
      const d = Math.hypot(places[2 * i]! - places[2 * j]!, places[2 * i + 1]! - places[2 * j + 1]!);
      if (j !== i && d < least) [best, least] = [j, d];
    }
    if (best % 3 === i % 3) good++;
  }
  return good / n;
}

describe.each(ids)('%s', (id) => {
  it('keeps what belongs together together, within its frame', async () => {
    const laid = await result(balls(150), { id });
    expect(kept(laid)).toBe(1);
    expect(laid.sample).toBeNull();
    expect(Math.max(...laid.places)).toBeCloseTo(1, 9);
    expect(Math.min(...laid.places)).toBeGreaterThanOrEqual(-1 - 1e-9);
  });

  it('gives the same places for the same seed', async () => {
    const X = balls(60);
    expect((await result(X, { id })).places).toEqual((await result(X, { id })).places);
  });

  it('lays out a sample and places the rest between its neighbours', async () => {
    const laid = await result(balls(240), { id, rows: 90 });
    expect(laid.sample).toHaveLength(90);
    expect(new Set(laid.sample).size).toBe(90);
    expect(laid.places).toHaveLength(480);
    expect(kept(laid)).toBe(1);
  });

  it.each([1, 2, 3, 5])('places %i rows', async (n) => {
    const { places } = await result(balls(n), { id });
    expect(places).toHaveLength(2 * n);
    expect(places.every(Number.isFinite)).toBe(true);
  });

  it('bears equal rows, a single feature, and values as large as they may be', async () => {
    for (const X of [
      matrix(40, 3),
      matrix(
        40,
        1,
        Float64Array.from({ length: 40 }, (_, i) => i),
      ),
      matrix(
        40,
        2,
        Float64Array.from({ length: 80 }, (_, i) => i * 1e148),
      ),
    ]) {
      const { places } = await result(X, { id });
      expect(places.every(Number.isFinite)).toBe(true);
    }
  });

  it('says how far it has come, never less than before, and shows its start', async () => {
    const { layoutSteps } = await layouts[id]();
    const X = balls(60);
    const steps = [...layOut(X, { id, params: {}, rows: 60 }, layoutSteps, () => true)];
    const shares = steps.map(({ share }) => share);
    expect(shares.every((share, i) => i === 0 || share >= shares[i - 1]!)).toBe(true);
    expect(shares.at(-1)).toBeGreaterThan(0.95);
    expect(steps.find(({ places }) => places)!.share).toBeLessThanOrEqual(0.1);
  });
});
