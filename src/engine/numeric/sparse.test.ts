import { expect, test } from 'vitest';
import { RandomState } from './random-state.ts';
import { narrowOrder, symmetricHalf } from './sparse.ts';

test('half a tie from each side, none to oneself', () => {
  // 0 → 0, 1; 1 → 1, 0; 2 → 2, 0
  const graph = symmetricHalf(Int32Array.of(0, 1, 1, 0, 2, 0), 3);
  expect(Array.from(graph.start)).toEqual([0, 2, 3, 4]);
  expect(Array.from(graph.columns)).toEqual([1, 2, 0, 0]);
  expect(Array.from(graph.values)).toEqual([1, 0.5, 1, 0.5]);
});

/** A path through shuffled nodes, so that node i of the path is tied to i - 1 and i + 1. */
function path(n: number, parts: number): Int32Array {
  const names = new RandomState(3).permutation(n);
  const targets = new Int32Array(2 * n);
  for (let i = 0; i < n; i++) {
    targets[2 * names[i]!] = names[i]!;
    targets[2 * names[i]! + 1] = (i + 1) % (n / parts) === 0 ? names[i]! : names[i + 1]!;
  }
  return targets;
}

test.each([1, 2, 5])('a path in %s parts is laid out in one line each', (parts) => {
  const graph = symmetricHalf(path(60, parts), 60);
  const order = narrowOrder(graph);
  expect(new Set(order).size).toBe(60);
  const place = new Int32Array(60);
  order.forEach((node, at) => {
    place[node] = at;
  });
  for (let node = 0; node < 60; node++) {
    for (let t = graph.start[node]!; t < graph.start[node + 1]!; t++) {
      expect(Math.abs(place[node]! - place[graph.columns[t]!]!)).toBe(1);
    }
  }
});

test('nodes without ties keep a place', () => {
  expect(new Set(narrowOrder(symmetricHalf(Int32Array.of(0, 1, 2, 3), 4)))).toEqual(new Set([0, 1, 2, 3]));
});
