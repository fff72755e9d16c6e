import { expect, test } from 'vitest';
import { matrix } from '../../numeric/matrix.ts';
import { RandomState } from '../../numeric/random-state.ts';
import { nearestCenters } from './assign.ts';

function drain(steps: Generator<null, Int32Array>): number[] {
  for (;;) {
    const step = steps.next();
    if (step.done) return [...step.value];
  }
}

// Whole numbers, so that squared distances are exact; of equally near centres, of which some stand twice, the first.
test.each([
  ['few narrow rows', 60, 3, 20, 4],
  ['wide rows', 300, 20, 400, 3],
  ['wide rows, most of them zeros', 300, 24, 380, 1],
  ['more wide rows than are rounded at a time', 1300, 16, 110, 5],
])('%s go to the nearest centre', (_, n, d, count, top) => {
  const random = new RandomState(count);
  const draw = (): number => (top === 1 && random.randomSample() < 0.7 ? 0 : random.randint(0, top + 1));
  const X = matrix(n, d, Float64Array.from({ length: n * d }, draw));
  const centers = matrix(count, d, Float64Array.from({ length: count * d }, draw));
  centers.data.copyWithin(10 * d, 0, 5 * d);
  X.data.set(centers.data.subarray(0, 12 * d), 20 * d);
  const nearest = Array.from({ length: n }, (__, i) => {
    const squares = Array.from({ length: count }, (___, j) => {
      let square = 0;
      for (let f = 0; f < d; f++) square += (X.data[i * d + f]! - centers.data[j * d + f]!) ** 2;
      return square;
    });
    return squares.indexOf(Math.min(...squares));
  });
  expect(drain(nearestCenters(X, centers))).toEqual(nearest);
});
