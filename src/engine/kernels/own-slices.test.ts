import { expect, test } from 'vitest';
import { fakeHelpers, finishLater } from '../../../tests/support/helpers.ts';
import { finish, somePixels } from '../../../tests/support/pixels.ts';
import { ownRows } from './own-slices.ts';
import { isWorthSplitting, splitRows } from './slices.ts';

const ROWS = 20_001;
const many = () => somePixels(5, ROWS, 20, 255);

test('rows of a batch are the same whether all were packed at once or a part of them before', async () => {
  const X = many();
  const centers = Float64Array.from(X.bytes.subarray(0, 60));
  // Backwards, from both parts, and one of them twice.
  const rows = Int32Array.of(ROWS - 1, 15_000, 9_999, 10_000, 10_001, 2, 1, 0, 15_000);
  const expected = new Int32Array(rows.length).fill(-1);
  const whole = finish(finish(ownRows(many())).nearest(centers, 1, rows, expected));
  expect([...expected.slice(-4, -1)]).toEqual([2, 1, 0]);

  const helpers = fakeHelpers(1);
  expect(isWorthSplitting(X, helpers)).toBe(true);
  await finishLater(splitRows(X, helpers));
  const labels = new Int32Array(rows.length).fill(-1);
  expect(finish(finish(ownRows(X)).nearest(centers, 1, rows, labels))).toEqual(whole);
  expect(labels).toEqual(expected);
});
