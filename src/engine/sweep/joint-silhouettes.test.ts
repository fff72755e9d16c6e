import { expect, test } from 'vitest';
import { scoreAll } from '../metrics/score-all.ts';
import { silhouetteScore } from '../metrics/silhouette.ts';
import { SILHOUETTE_SAMPLE_SIZE } from '../metrics/specs.ts';
import { matrix } from '../numeric/matrix.ts';
import { RandomState } from '../numeric/random-state.ts';
import type { Matrix } from '../types.ts';
import { jointSilhouettes } from './joint-silhouettes.ts';

function points(rows: number, cols: number): Matrix {
  const random = new RandomState(3);
  return matrix(
    rows,
    cols,
    Float64Array.from({ length: rows * cols }, () => random.normal() * 3 + 50),
  );
}

function last<T>(steps: Generator<unknown, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Bands across the points, noise, lone rows, and everything together. */
function labelingsOf({ rows, cols, data }: Matrix): Int32Array[] {
  const first = (i: number) => data[i * cols]!;
  const by = (label: (i: number) => number) => Int32Array.from({ length: rows }, (_, i) => label(i));
  return [
    by((i) => Math.floor(first(i) / 2)),
    by((i) => (first(i) > 50 ? 1 : 0)),
    by((i) => (i % 7 === 0 ? -1 : i % 3)),
    by((i) => (i < 3 ? i : 9)),
    by(() => 0),
    by((i) => i),
    by((i) => i >> 1),
  ];
}

test.each([
  [101, 2],
  [101, 1],
  [98, 5],
])('%i rows of %i columns: those of each labeling by itself, whatever the parts', (rows, cols) => {
  const X = points(rows, cols);
  const labelings = labelingsOf(X);
  for (const parts of [1, 2, 3]) {
    const sums = new Float64Array(labelings.length);
    for (let part = 0; part < parts; part++) {
      for (const [l, sum] of last(jointSilhouettes(X, labelings, part, parts)).entries()) sums[l]! += sum;
    }
    for (const [l, labels] of labelings.entries()) {
      const alone = silhouetteScore(X, labels);
      if (alone === null) expect(sums[l]).toBeNaN();
      else expect(Math.abs(sums[l]! / rows - alone), `labeling ${l}`).toBeLessThan(1e-12);
    }
  }
});

test('rows that are all the same', () => {
  const X = matrix(9, 2);
  const labels = Int32Array.from({ length: 9 }, (_, i) => i % 2);
  expect([...last(jointSilhouettes(X, [labels], 0, 1))]).toEqual([0]);
});

test('of many rows the sample that a score by itself takes', () => {
  const X = points(SILHOUETTE_SAMPLE_SIZE + 500, 2);
  const labels = Int32Array.from({ length: X.rows }, (_, i) => (X.data[2 * i]! > 50 ? 1 : 0));
  const [sum] = last(jointSilhouettes(X, [labels], 0, 1));
  const alone = scoreAll(X, null, labels).metrics.silhouette_score!;
  expect(Math.abs(sum! / SILHOUETTE_SAMPLE_SIZE - alone)).toBeLessThan(1e-12);
});
