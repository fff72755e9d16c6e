import { describe, expect, test } from 'vitest';
import { finish, somePixels } from '../../../tests/support/pixels.ts';
import { RandomState } from '../numeric/random-state.ts';
import { firstPixelRows, type Pixels, pixels, takePixelRows } from '../pixels.ts';
import { SparseLloyd } from './lloyd.ts';
import { sparseRows } from './sparse.ts';

const stepsOver = (X: Pixels, k: number) => new SparseLloyd(finish(sparseRows(X)), k);

/** The nearest centre of a row in float64, the first of equals. */
function nearest(X: Pixels, i: number, centers: Float64Array): number {
  const { cols: d, bytes } = X;
  let label = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let j = 0; j < centers.length / d; j++) {
    let square = 0;
    for (let f = 0; f < d; f++) square += (bytes[i * d + f]! - centers[j * d + f]!) ** 2;
    if (square < least) [least, label] = [square, j];
  }
  return label;
}

function bruteLabels(X: Pixels, centers: Float64Array): number[] {
  return Array.from({ length: X.rows }, (_, i) => nearest(X, i, centers));
}

const someCenters = (random: RandomState, k: number, d: number) =>
  random.randomSamples(k * d).map((value) => value * 120);

describe('a step', () => {
  test.each([
    [1, 1],
    // On a line bounds are tight: what is wrong with them shows.
    [1, 9],
    [2, 30],
    [3, 2],
    [13, 5],
    [16, 4],
    [31, 17],
    [64, 40],
  ])('of %i columns finds the nearest of %i centres, however they move', (d, k) => {
    const X = somePixels(d, 300, d);
    const step = stepsOver(X, k);
    const random = new RandomState(k);
    const centers = someCenters(random, k, d);
    let before: number[] = [];
    for (let round = 0; round < 30; round++) {
      step.setCenters(centers);
      const changed = step.assign(0, X.rows);
      const expected = bruteLabels(X, centers);
      expect([...step.labels]).toEqual(expected);
      expect(changed).toBe(expected.filter((label, i) => label !== before[i]).length);
      before = expected;
      // Now a little, now a lot, now only one of them.
      const size = [0.01, 1, 30][round % 3]!;
      const only = round % 4 === 0 ? random.randint(0, k) : -1;
      for (let at = 0; at < centers.length; at++) {
        if (only < 0 || Math.floor(at / d) === only) centers[at]! += size * (random.randomSample() - 0.5);
      }
    }
  });

  test('finds them after journeys so long that bounds begin anew', () => {
    const X = pixels(
      Uint8Array.from({ length: 256 }, (_, i) => i),
      256,
      1,
    );
    const step = stepsOver(X, 6);
    for (let round = 0; round < 300; round++) {
      const centers = Float64Array.from({ length: 6 }, (_, j) => 128 + 127 * Math.sin(j + round * (1 + 0.3 * j)));
      step.setCenters(centers);
      step.assign(0, 256);
      expect([...step.labels]).toEqual(bruteLabels(X, centers));
    }
  });

  test('keeps sums and sizes of whole numbers', () => {
    const X = somePixels(4, 200, 20);
    const step = stepsOver(X, 6);
    const random = new RandomState(0);
    for (let round = 0; round < 4; round++) {
      step.setCenters(someCenters(random, 6, 20));
      step.assign(0, 200);
    }
    const sums = new Int32Array(6 * 20);
    const sizes = new Int32Array(6);
    step.labels.forEach((label, i) => {
      sizes[label]!++;
      for (let f = 0; f < 20; f++) sums[label * 20 + f]! += X.bytes[i * 20 + f]!;
    });
    expect(step.sums).toEqual(sums);
    expect(step.sizes).toEqual(sizes);
  });

  test('gives ties to the lowest number', () => {
    const X = pixels(Uint8Array.of(10, 20, 30, 0), 4, 1);
    const step = stepsOver(X, 6);
    step.setCenters(Float64Array.of(40, 20, 0, 20, 0, 40));
    step.assign(0, 4);
    expect([...step.labels]).toEqual([1, 1, 0, 2]);
    // 30 lies between 40 and 20, 10 between 20 and 0.
    expect(bruteLabels(X, Float64Array.of(40, 20, 0, 20, 0, 40))).toEqual([1, 1, 0, 2]);
  });

  test('tells centres apart that only float64 can', () => {
    const X = somePixels(9, 50, 784);
    const step = stepsOver(X, 3);
    const center = Float64Array.from(X.bytes.subarray(0, 784));
    const near = center.map((value, f) => value + (f === 300 ? 1e-3 : 0));
    const centers = Float64Array.from([...near, ...center, ...near]);
    step.setCenters(centers);
    step.assign(0, 50);
    expect(step.labels[0]).toBe(1);
    expect([...step.labels]).toEqual(bruteLabels(X, centers));
  });

  test('takes centres that are no images: negative, and far beyond white', () => {
    const X = somePixels(5, 100, 24);
    const step = stepsOver(X, 5);
    const random = new RandomState(3);
    for (const size of [10, 1e3, 1e5]) {
      const centers = random.randomSamples(5 * 24).map((value) => (value - 0.5) * size);
      step.setCenters(centers);
      step.assign(0, 100);
      expect([...step.labels]).toEqual(bruteLabels(X, centers));
    }
  });

  test('looks at some rows without changing their labels', () => {
    const X = somePixels(6, 120, 30);
    const step = stepsOver(X, 7);
    const random = new RandomState(1);
    for (let round = 0; round < 8; round++) {
      const centers = someCenters(random, 7, 30);
      step.setCenters(centers);
      const rows = Int32Array.from({ length: 40 }, () => random.randint(0, 120));
      const found = new Int32Array(40);
      const before = [...step.labels];
      step.nearestOf(rows, found);
      expect([...found]).toEqual(Array.from(rows, (row) => nearest(X, row, centers)));
      expect([...step.labels]).toEqual(before);
      if (round % 2 === 1) step.assign(0, 120);
      if (round % 2 === 1) expect([...step.labels]).toEqual(bruteLabels(X, centers));
    }
  });
});

test('two slices, each in a memory of its own, make the very run that one makes', () => {
  const X = somePixels(8, 500, 60);
  const k = 9;
  const first = firstPixelRows(X, 180);
  const second = takePixelRows(
    X,
    Int32Array.from({ length: 320 }, (_, i) => 180 + i),
  );
  const one = stepsOver(X, k);
  const two = [stepsOver(first, k), stepsOver(second, k)];
  let centers = Float64Array.from(X.bytes.subarray(0, k * 60));
  for (let round = 0; round < 12; round++) {
    one.setCenters(centers);
    const changed = one.assign(0, 500);
    let changedOfTwo = 0;
    for (const slice of two) {
      slice.setCenters(centers);
      // And these in two blocks each.
      changedOfTwo += slice.assign(0, 100) + slice.assign(100, slice.rows.n);
    }
    expect(changedOfTwo).toBe(changed);
    expect([...two[0]!.labels, ...two[1]!.labels]).toEqual([...one.labels]);
    const sums = one.sums.map((_, at) => two[0]!.sums[at]! + two[1]!.sums[at]!);
    const sizes = one.sizes.map((_, j) => two[0]!.sizes[j]! + two[1]!.sizes[j]!);
    expect(sums).toEqual(one.sums);
    expect(sizes).toEqual(one.sizes);
    expect(two[0]!.inertia() + two[1]!.inertia()).toBeCloseTo(one.inertia(), 4);
    centers = Float64Array.from(sums, (sum, at) => sum / Math.max(1, sizes[Math.floor(at / 60)]!));
  }
});
