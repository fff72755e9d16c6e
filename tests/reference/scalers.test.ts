import { describe, expect, test } from 'vitest';
import { scale } from '../../src/engine/numeric/scalers.ts';
import type { Scaler } from '../../src/engine/spec/dataset.ts';
import { expectClose, expectSummary, loadCases, type Summary } from './cases.ts';
import { type PointWords, pointsOf } from './points.ts';

interface Case {
  readonly name: string;
  readonly points: PointWords;
  readonly scaler: Scaler;
  readonly full_scale: number | null;
  readonly offset: readonly number[];
  readonly scale: readonly number[];
  readonly scaled: Summary;
}

describe("scikit-learn's scaling, bit for bit", () => {
  test.each(loadCases<Case>('scalers'))('$name', async (one) => {
    const { X } = await pointsOf(one.points);
    const scaled = scale(X, one.scaler, one.full_scale, one.points.fortran ?? false);
    expectSummary(scaled.X.data, one.scaled);
    expect(Array.from(scaled.offset)).toEqual(one.offset);
    // MinMaxScaler keeps the inverse of the range, so that its digits are not quite those of the range.
    for (const [j, expected] of one.scale.entries()) expectClose(scaled.scale[j]! / expected, 1, 1e-15, `scale ${j}`);
  });
});
