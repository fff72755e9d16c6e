import { expect, test } from 'vitest';
import { RandomState } from '../numeric/random-state.ts';
import { fromLanes, LANES, toLanes } from './lanes.ts';
import { KernelMemory } from './memory.ts';
import { Span } from './span.ts';

const random = new RandomState(3);
const vectorOf = (n: number) => random.randomSamples(n).map((x) => x - 0.5);
const plainDot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

test.each([1, 2, 3, 4, 7, 8, 13, 64, 101])('products and sums of vectors of %s numbers, beyond the first room', (n) => {
  const vectors = Array.from({ length: 9 }, () => vectorOf(n));
  const span = new Span(n, 2);
  for (const v of vectors) span.push(v);
  expect(span.size).toBe(9);
  vectors.forEach((v, i) => {
    expect(span.vector(i)).toEqual(v);
  });
  const v = vectorOf(n);
  span.dots(v).forEach((dot, i) => {
    expect(dot).toBeCloseTo(plainDot(vectors[i]!, v), 14);
  });
  expect(span.dots(v, 5).length).toBe(5);
  const weights = vectorOf(7);
  span.combine(weights).forEach((value, i) => {
    expect(value).toBeCloseTo(
      weights.reduce((sum, weight, k) => sum + weight * vectors[k]![i]!, 0),
      14,
    );
  });
  span.clear();
  expect(span.dots(v).length).toBe(0);
});

test('what lies in the span is taken away, and nothing else', () => {
  const n = 10;
  const span = new Span(n, 4);
  for (const place of [0, 3, 4, 7, 9]) span.push(Float64Array.from({ length: n }, (_, i) => (i === place ? 1 : 0)));
  const v = Float64Array.from({ length: n }, (_, i) => i + 1);
  span.leave(v);
  expect(Array.from(v)).toEqual([0, 2, 3, 0, 0, 6, 7, 0, 9, 0]);
});

test.each([1, 3, 4, 5, 9, 257, 300])('%s rows times four vectors, some rows at a time', (n) => {
  const memory = new KernelMemory();
  const at = { matrix: memory.take(8 * n * n), lanes: memory.take(8 * LANES * n), out: memory.take(8 * LANES * n) };
  const matrix = memory.f64(at.matrix, n * n);
  matrix.set(vectorOf(n * n));
  const vectors = Array.from({ length: 3 }, () => vectorOf(n));
  const lanes = memory.f64(at.lanes, LANES * n).fill(Number.NaN);
  toLanes(vectors, lanes);
  const middle = n >> 1;
  memory.kernels.timesFour(at.matrix, 0, middle, n, at.lanes, at.out);
  memory.kernels.timesFour(at.matrix, middle, n, n, at.lanes, at.out);
  const products = vectors.map(() => new Float64Array(n));
  fromLanes(memory.f64(at.out, LANES * n), products);
  products.forEach((product, j) => {
    product.forEach((value, i) => {
      expect(value).toBeCloseTo(plainDot(matrix.subarray(i * n, (i + 1) * n), vectors[j]!), 12);
    });
  });
  const roots = vectorOf(n).map((x) => x + 1);
  const wanted = matrix.map((value, t) => value / (roots[Math.floor(t / n)]! * roots[t % n]!));
  memory.f64(at.lanes, n).set(roots);
  memory.kernels.divideRows(at.matrix, 0, n, n, at.lanes);
  expect(matrix).toEqual(wanted);
});

test('sparse rows times four vectors, rows without entries too', () => {
  const memory = new KernelMemory();
  const starts = Int32Array.of(0, 2, 2, 5, 6);
  const columns = Int32Array.of(1, 3, 0, 2, 3, 0);
  const values = vectorOf(6);
  const at = {
    starts: memory.take(4 * 5),
    columns: memory.take(4 * 6),
    values: memory.take(8 * 6),
    lanes: memory.take(8 * LANES * 4),
    out: memory.take(8 * LANES * 4),
  };
  memory.i32(at.starts, 5).set(starts);
  memory.i32(at.columns, 6).set(columns);
  memory.f64(at.values, 6).set(values);
  const vectors = Array.from({ length: 4 }, () => vectorOf(4));
  toLanes(vectors, memory.f64(at.lanes, LANES * 4));
  for (const [from, to] of [
    [0, 3],
    [3, 4],
  ] as const) {
    memory.kernels.sparseTimesFour(at.starts, at.columns, at.values, from, to, at.lanes, at.out);
  }
  const products = vectors.map(() => new Float64Array(4));
  fromLanes(memory.f64(at.out, LANES * 4), products);
  vectors.forEach((v, j) => {
    for (let i = 0; i < 4; i++) {
      let sum = 0;
      for (let t = starts[i]!; t < starts[i + 1]!; t++) sum += values[t]! * v[columns[t]!]!;
      expect(products[j]![i]).toBeCloseTo(sum, 14);
    }
  });
});
