import { expect, test } from 'vitest';
import { buffersOf } from './buffers.ts';

test('finds every buffer once, however deep', () => {
  const shared = new Float64Array(4);
  const labels = new Int32Array(2);
  const value = { a: shared, b: [{ c: shared.subarray(2), d: labels }], e: null, f: 'text', g: undefined, h: 3 };
  expect(buffersOf(value)).toEqual([shared.buffer, labels.buffer]);
  expect(buffersOf(null)).toEqual([]);
});
