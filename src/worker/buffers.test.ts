import { expect, test } from 'vitest';
import { buffersOf, fresh } from './buffers.ts';

test('finds every buffer once, however deep', () => {
  const shared = new Float64Array(4);
  const labels = new Int32Array(2);
  const value = { a: shared, b: [{ c: shared.subarray(2), d: labels }], e: null, f: 'text', g: undefined, h: 3 };
  expect(buffersOf(value)).toEqual([shared.buffer, labels.buffer]);
  expect(buffersOf(null)).toEqual([]);
});

test('what is fresh is equal, shares no memory with what it was made of, and holds each thing once', () => {
  const shared = Uint8Array.from([1, 2, 3, 4]);
  const X = { bytes: shared, rows: 2 };
  const value = {
    X,
    table: { X, raw: { bytes: new Uint8Array(shared.buffer) } },
    start: shared.subarray(0, 2),
    y: new Float64Array([7, 8, 9]).subarray(1),
    names: ['a', null],
    missing: undefined,
  };
  const copy = fresh(value);
  expect(copy).toEqual(value);
  expect(copy.table.X).toBe(copy.X);
  expect(copy.table.raw.bytes.buffer).toBe(copy.X.bytes.buffer);
  expect(copy.y.buffer.byteLength).toBe(16);
  expect(buffersOf(copy)).toHaveLength(3);
  shared[0] = 9;
  expect(copy.X.bytes[0]).toBe(1);
});
