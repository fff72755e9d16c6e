import { expect, test } from 'vitest';
import { Screen } from '../../kernels/screen.ts';
import { RandomState } from '../random-state.ts';
import { type DistanceMetric, distanceMetric } from './index.ts';
import { ScreenedRadius } from './screened-radius.ts';

const N = 300;
const EVERYWHERE = Number.POSITIVE_INFINITY;

/** Wide rows: whole numbers far apart from each other or not, mostly zeros, free numbers, duplicates and rows of zeros among them. */
const KINDS = ['pixels', 'lattice', 'free', 'offset', 'small'] as const;

function rowsOf(kind: (typeof KINDS)[number], d: number): Float64Array {
  const random = new RandomState(d);
  const draw = (): number => {
    const value = random.randomSample();
    if (kind === 'pixels') return value < 0.8 ? 0 : Math.floor(value * 255) / 255;
    if (kind === 'lattice') return Math.floor(value * 3) / 10;
    if (kind === 'offset') return 1e6 + value;
    return kind === 'small' ? value * 1e-120 : value * 8 - 4;
  };
  const data = Float64Array.from({ length: N * d }, draw);
  data.copyWithin(40 * d, 10 * d, 20 * d);
  if (kind !== 'offset') data.fill(0, 60 * d, 63 * d);
  return data;
}

function reducedTable(data: Float64Array, d: number, metric: DistanceMetric): Float64Array[] {
  const points = metric.transform ? metric.transform(data, d) : data;
  return Array.from({ length: N }, (_, i) =>
    Float64Array.from({ length: N }, (_, j) => metric.reduced(points, i * d, points, j * d, d, EVERYWHERE)),
  );
}

const cases = ['euclidean', 'cosine'].flatMap((name) =>
  KINDS.flatMap((kind) => [16, 45].map((d) => [name, kind, d] as const)),
);

test.each(cases)('%s, %s, %i columns: a pair is near if all pairs say so, at the very radius too', (name, kind, d) => {
  const data = rowsOf(kind, d);
  const metric = distanceMetric(name);
  const table = reducedTable(data, d, metric);
  const sorted = Float64Array.from(table.flatMap((row) => [...row])).sort();
  for (const share of [0.02, 0.3, 0.95]) {
    // A radius that some pairs are apart to the last bit, or miss by one.
    const radius = metric.restore(sorted[Math.floor(share * (sorted.length - 1))]!);
    const near = table.map((row) => [...row.keys()].filter((j) => row[j]! <= metric.reduce(radius)));
    const index = ScreenedRadius.create(data, d, metric, radius, 4)!;
    const out = new Int32Array(N);
    expect(near.map((_, i) => [...out.subarray(0, index.within(i, out))])).toEqual(near);
    expect(near.map((_, i) => index.reaches(i, 4))).toEqual(near.map(({ length }) => length >= 4));
    // Rows are asked for as they are handed out, then the rest, then all once more: a row is handed out once.
    const free = new Set(near.keys());
    const turns = [0];
    for (let at = 0; at < turns.length; at++) {
      const row = turns[at]!;
      const taken = [...out.subarray(0, index.take(row, out))];
      expect(taken).toEqual(near[row]!.filter((j) => free.delete(j)));
      turns.push(...taken.filter((j) => near[j]!.length >= 4 && !turns.includes(j)));
      if (at === turns.length - 1 && free.size > 0) turns.push(Math.min(...free));
    }
    expect([...out.subarray(0, index.take(5, out))]).toEqual([]);
  }
});

test.each(KINDS)('rounded rows of %s are as near to the rows as they say', (kind) => {
  const d = 21;
  const data = rowsOf(kind, d);
  const squares = reducedTable(data, d, distanceMetric('euclidean'));
  const screen = new Screen(data, d, 'squares');
  const rows = Int32Array.from({ length: 100 }, (_, i) => i);
  screen.hold(Int32Array.of(7, 250));
  const found = screen.squares(rows);
  for (const i of rows) {
    for (const [lane, held] of [7, 250].entries()) {
      const gap = Math.abs(screen.unit * Math.sqrt(found[16 * i + lane]!) - Math.sqrt(squares[held]![i]!));
      expect(gap).toBeLessThanOrEqual(2 * screen.error);
    }
  }
});

test('leaves few rows, few columns, other metrics and a radius whose square vanishes to the trees', () => {
  const make = (name: string, n: number, d: number, radius = 1) =>
    ScreenedRadius.create(new Float64Array(n * d), d, distanceMetric(name), radius, 1);
  expect(make('euclidean', 300, 15)).toBeNull();
  expect(make('euclidean', 100, 16)).toBeNull();
  expect(make('manhattan', 300, 16)).toBeNull();
  expect(make('euclidean', 300, 16, 1e-160)).toBeNull();
  expect(make('euclidean', 300, 16)).not.toBeNull();
});
