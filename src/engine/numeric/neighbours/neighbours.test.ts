import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GridRadius } from './grid.ts';
import { distanceMetric, radiusIndex } from './index.ts';
import type { DistanceMetric } from './metric.ts';
import { kthDistances, nearest } from './nearest.ts';
import type { RadiusIndex } from './radius.ts';
import { selectNth, selectValue } from './select.ts';
import { buildTree } from './tree.ts';
import { TreeRadius } from './tree-radius.ts';
import { WindowSums } from './window-sums.ts';

const metrics: readonly DistanceMetric[] = [
  distanceMetric('euclidean'),
  distanceMetric('manhattan'),
  distanceMetric('chebyshev'),
  distanceMetric('cosine'),
  distanceMetric('minkowski', 3),
  distanceMetric('minkowski', 1.5),
  distanceMetric('minkowski', 0.5),
];

interface Rows {
  readonly data: Float64Array;
  readonly d: number;
}

/** Lattices (ties, duplicates), free numbers, offsets of 1e6, constant columns, one row to many, one column to ten. */
const rows: fc.Arbitrary<Rows> = fc
  .record({ n: fc.integer({ min: 1, max: 90 }), d: fc.integer({ min: 1, max: 10 }) })
  .chain(({ n, d }) =>
    fc.record({
      d: fc.constant(d),
      lattice: fc.boolean(),
      offset: fc.constantFrom(0, 0, 1e6, -1e6),
      constant: fc.integer({ min: -3, max: d - 1 }),
      values: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: n * d, maxLength: n * d }),
    }),
  )
  .map(({ d, lattice, offset, constant, values }) => ({
    d,
    data: Float64Array.from(values, (value, i) => {
      if (i % d === constant) return 1 + offset;
      return (lattice ? Math.round(value) / 10 : value) + offset;
    }),
  }));
const radii = fc.oneof(fc.constantFrom(0.1, 0.2, 0.3, 0.5, 1), fc.double({ min: 1e-3, max: 20, noNaN: true }));

/** All pairs. */
function brute({ data, d }: Rows, metric: DistanceMetric, radius: number): number[][] {
  const points = metric.transform ? metric.transform(data, d) : data;
  const reduced = metric.reduce(radius);
  const n = data.length / d;
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => j).filter(
      (j) => metric.reduced(points, i * d, points, j * d, d, Number.POSITIVE_INFINITY) <= reduced,
    ),
  );
}

const sorted = (out: Int32Array, count: number): number[] => Array.from(out.subarray(0, count)).sort((a, b) => a - b);

function checkIndex(index: RadiusIndex, expected: readonly number[][]): void {
  const out = new Int32Array(index.n);
  const free = new Set(expected.keys());
  const counts = (neighbours: readonly number[]) => [1, 2, neighbours.length, neighbours.length + 1];
  const found = expected.map((neighbours, i) => ({
    within: sorted(out, index.within(i, out)),
    reaches: counts(neighbours).map((least) => index.reaches(i, least)),
    taken: sorted(out, index.take(i, out)),
  }));
  const wanted = expected.map((neighbours) => {
    const taken = neighbours.filter((j) => free.has(j));
    for (const j of taken) free.delete(j);
    return { within: neighbours, reaches: counts(neighbours).map((least) => neighbours.length >= least), taken };
  });
  expect(found).toEqual(wanted);
}

describe.each(metrics.map((metric, m) => [`${metric.name} ${m}`, metric] as const))('%s', (_, metric) => {
  test('a tree finds what all pairs find', () => {
    fc.assert(
      fc.property(rows, radii, fc.constantFrom(1, 4, 30), (X, radius, leaf) => {
        checkIndex(new TreeRadius(buildTree(X.data, X.d, metric, leaf), radius), brute(X, metric, radius));
      }),
      { numRuns: 40 },
    );
  });

  test('the index chosen for the rows finds what all pairs find', () => {
    fc.assert(
      fc.property(rows, radii, (X, radius) => {
        checkIndex(radiusIndex(X.data, X.d, metric, radius), brute(X, metric, radius));
      }),
      { numRuns: 40 },
    );
  });

  test('the k nearest and the k-th distance are those of all pairs', () => {
    fc.assert(
      fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (X, share) => {
        const n = X.data.length / X.d;
        const k = Math.max(1, Math.floor(share * n));
        const tree = buildTree(X.data, X.d, metric, 4);
        const points = tree.data;
        const near = nearest(tree, X.data, k);
        // A point asked for does not know that it is a row: its cosine to itself is measured like any other.
        const queries = metric.transform ? metric.transform(X.data, X.d) : X.data;
        const kth = kthDistances(tree, k);
        const ranked = (from: Float64Array, i: number) =>
          Array.from({ length: n }, (_, j) => ({
            j,
            r: metric.reduced(from, i * X.d, points, j * X.d, X.d, Number.POSITIVE_INFINITY),
          })).sort((a, b) => a.r - b.r || a.j - b.j);
        const all = Array.from({ length: n }, (_, i) => ranked(queries, i).slice(0, k));
        expect(Array.from(near.rows)).toEqual(all.flatMap((best) => best.map(({ j }) => j)));
        expect(Array.from(near.distances)).toEqual(all.flatMap((best) => best.map(({ r }) => metric.restore(r))));
        expect(Array.from(kth)).toEqual(all.map((_, i) => metric.restore(ranked(points, i)[k - 1]!.r)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('grid', () => {
  test('finds what all pairs find, tight or not', () => {
    let loose = 0;
    fc.assert(
      fc.property(rows, radii, fc.constantFrom(0, 1, 2, 4), (X, radius, m) => {
        const d = Math.min(3, X.d);
        const n = Math.floor(X.data.length / d);
        const data = X.data.slice(0, n * d);
        const grid = GridRadius.create(data, d, metrics[m]!, radius);
        if (grid === null) return;
        if (!grid.tight) loose++;
        checkIndex(grid, brute({ data, d }, metrics[m]!, radius));
      }),
      { numRuns: 120 },
    );
    expect(loose).toBeGreaterThan(0);
  });

  test('leaves many dimensions, and a crowd beside a far outlier, to the tree', () => {
    const euclidean = metrics[0]!;
    expect(GridRadius.create(new Float64Array(40), 4, euclidean, 1)).toBeNull();
    const crowd = Float64Array.from({ length: 400 }, (_, i) => (i < 398 ? i % 7 : 1e9));
    expect(GridRadius.create(crowd, 2, euclidean, 0.5)).toBeNull();
    const index = radiusIndex(crowd, 2, euclidean, 0.5);
    checkIndex(index, brute({ data: crowd, d: 2 }, euclidean, 0.5));
  });
});

describe('sums over windows', () => {
  test('by whole boxes: the same rows, the same sum but for rounding; row by row: in tree order', () => {
    fc.assert(
      fc.property(rows, radii, fc.double({ min: -5, max: 5, noNaN: true }), (X, radius, x) => {
        const metric = metrics[0]!;
        const point = X.data.slice(0, X.d).map((value) => value + x);
        const tree = new TreeRadius(buildTree(X.data, X.d, metric, 5), radius);
        const out = new Int32Array(tree.n);
        const count = tree.withinPoint(point, 0, out);
        const expected = new Float64Array(X.d);
        for (const j of out.subarray(0, count)) {
          for (let t = 0; t < X.d; t++) expected[t]! += X.data[j * X.d + t]!;
        }
        const sums = new Float64Array(X.d);
        expect(tree.sumWithin(point, 0, sums)).toBe(count);
        expect(sums).toEqual(expected);
        expect(new WindowSums(X.data, X.d, metric, radius).sumWithin(point, 0, sums)).toBe(count);
        for (let t = 0; t < X.d; t++) expect(Math.abs(sums[t]! - expected[t]!)).toBeLessThanOrEqual(count * 1e-8);
      }),
    );
  });
});

describe('tree', () => {
  test('points anywhere, listed in tree order', () => {
    fc.assert(
      fc.property(rows, radii, fc.double({ min: -5, max: 5, noNaN: true }), (X, radius, x) => {
        const metric = metrics[0]!;
        const tree = buildTree(X.data, X.d, metric, 3);
        const point = X.data.slice(0, X.d).map((value) => value + x);
        const out = new Int32Array(tree.n);
        const count = new TreeRadius(tree, radius).withinPoint(point, 0, out);
        const expected = Array.from(tree.order).filter(
          (j) => metric.reduced(point, 0, X.data, j * X.d, X.d, Number.POSITIVE_INFINITY) <= radius * radius,
        );
        expect(Array.from(out.subarray(0, count))).toEqual(expected);
      }),
    );
  });

  test('rows of zeros are 1 away from all other rows by cosine', () => {
    const data = Float64Array.of(0, 0, 0, 0, 1, 0, 2, 0);
    checkIndex(radiusIndex(data, 2, metrics[3]!, 0.5), [[0], [1], [2, 3], [2, 3]]);
    checkIndex(radiusIndex(data, 2, metrics[3]!, 1), [
      [0, 1, 2, 3],
      [0, 1, 2, 3],
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
  });

  test('cosine does not care for length, however small', () => {
    const data = Float64Array.of(3, 4, 3e-160, 4e-160, 5e-324, 0, 1, 0);
    checkIndex(radiusIndex(data, 2, metrics[3]!, 1e-12), [
      [0, 1],
      [0, 1],
      [2, 3],
      [2, 3],
    ]);
  });

  test('minkowski of 1, 2 and infinity are the metrics that have names', () => {
    expect(distanceMetric('minkowski', 1)).toBe(distanceMetric('l1'));
    expect(distanceMetric('minkowski', 2)).toBe(distanceMetric('l2'));
    expect(distanceMetric('minkowski', Number.POSITIVE_INFINITY)).toBe(distanceMetric('chebyshev'));
    expect(() => distanceMetric('taxi')).toThrow('taxi');
  });
});

describe('select', () => {
  test('puts the n-th where it belongs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 80 }), fc.nat(), (values, at) => {
        const nth = at % values.length;
        const order = Int32Array.from(values, (_, i) => i);
        selectNth(
          order,
          0,
          nth,
          values.length,
          (a, b) => values[a]! < values[b]! || (values[a] === values[b] && a < b),
        );
        const expected = [...values].sort((a, b) => a - b);
        expect(values[order[nth]!]).toBe(expected[nth]);
        expect(new Set(order).size).toBe(values.length);
        const rank = Array.from(order, (row) => values[row]! - expected[nth]!);
        expect(Math.max(...rank.slice(0, nth + 1))).toBe(0);
        expect(Math.min(...rank.slice(nth))).toBe(0);
        expect(selectValue(Float64Array.from(values), values.length, nth)).toBe(expected[nth]);
      }),
    );
  });
});
