import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitonicOrder } from './bitonic.ts';

test('sorts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 256 }), (keys) => {
      const order = Array.from(bitonicOrder(keys));
      expect(order.map((i) => keys[i])).toEqual([...keys].sort((a, b) => a - b));
      expect([...order].sort((a, b) => a - b)).toEqual(keys.map((_, i) => i));
    }),
  );
});

// np.argpartition([…], n - 1) of numpy 2.4.6 on a processor with AVX2.
test.each([
  [
    [1, 1, 1, 1, 1],
    [0, 1, 2, 3, 4],
  ],
  [
    [2, 2, 0, 2, 1, 1],
    [2, 4, 5, 0, 3, 1],
  ],
  [
    [1, 0, 2, 0, 0, 1, 1, 1, 0],
    [1, 3, 4, 8, 6, 5, 7, 0, 2],
  ],
  [
    [0, 0, 0, 0, 2, 0, 1, 2, 0, 0, 1, 0, 2],
    [0, 1, 2, 3, 5, 11, 9, 8, 6, 10, 7, 4, 12],
  ],
  [
    [0, 2, 2, 2, 0, 1, 1, 1, 1, 2, 1, 0, 2, 1, 2, 0, 1, 2, 0, 0],
    [0, 4, 15, 11, 18, 19, 7, 10, 13, 8, 5, 6, 16, 2, 3, 1, 14, 12, 9, 17],
  ],
])('leaves equal keys of %j as numpy does', (keys, order) => {
  expect(Array.from(bitonicOrder(keys))).toEqual(order);
});
