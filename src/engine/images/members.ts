import { isPixels } from '../pixels.ts';
import type { Matrix, Members } from '../types.ts';

/** So many values are looked at between two yields. */
const BLOCK = 500_000;

/**
 * Sorts rows of X (n × d) from the most typical to the least, by their distance from `center` (d; null: their own mean), and
 * measures their mean and spread. No rows: nothing is sorted, and mean and spread are 0.
 */
export function* memberSteps(X: Matrix, rows: Int32Array, center: Float64Array | null): Generator<null, Members, void> {
  const mean = yield* meanOf(X, rows);
  const { values, unit } = valuesOf(X);
  const d = X.cols;
  const from = center ?? mean;
  const spread = new Float64Array(d);
  const distances = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    let square = 0;
    for (let j = 0, at = rows[i]! * d; j < d; j++, at++) {
      const value = values[at]! * unit;
      square += (value - from[j]!) ** 2;
      spread[j]! += (value - mean[j]!) ** 2;
    }
    distances[i] = Math.sqrt(square);
    if (endsBlock(i, d)) yield null;
  }
  for (let j = 0; j < d; j++) spread[j] = Math.sqrt(spread[j]! / Math.max(1, rows.length));
  const order = Int32Array.from(rows.keys()).sort((a, b) => distances[a]! - distances[b]! || rows[a]! - rows[b]!);
  return {
    rows: order.map((at) => rows[at]!),
    distances: Float64Array.from(order, (at) => distances[at]!),
    mean,
    spread,
  };
}

/**
 * The mean of each cluster (count × d) by `labels` (n; negative ones belong to none). A cluster without rows has zeros.
 */
export function* meansSteps(X: Matrix, labels: Int32Array, count: number): Generator<null, Matrix, void> {
  const { values, unit } = valuesOf(X);
  const d = X.cols;
  const data = new Float64Array(count * d);
  const sizes = new Float64Array(count);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label >= 0 && label < count) {
      sizes[label]!++;
      for (let j = label * d, at = i * d, end = at + d; at < end; j++, at++) data[j]! += values[at]!;
    }
    if (endsBlock(i, d)) yield null;
  }
  for (let j = 0; j < data.length; j++) data[j] = (data[j]! * unit) / Math.max(1, sizes[Math.floor(j / d)]!);
  return { data, rows: count, cols: d };
}

/** Σ ‖row − its centre‖² over all rows with a label from 0, in the units of X squared. */
export function* inertiaSteps(X: Matrix, labels: Int32Array, centers: Matrix): Generator<null, number, void> {
  const { values, unit } = valuesOf(X);
  const d = X.cols;
  let inertia = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label >= 0) {
      for (let j = label * d, at = i * d, end = at + d; at < end; j++, at++) {
        inertia += (values[at]! * unit - centers.data[j]!) ** 2;
      }
    }
    if (endsBlock(i, d)) yield null;
  }
  return inertia;
}

function* meanOf(X: Matrix, rows: Int32Array): Generator<null, Float64Array, void> {
  const { values, unit } = valuesOf(X);
  const d = X.cols;
  const mean = new Float64Array(d);
  for (let i = 0; i < rows.length; i++) {
    for (let j = 0, at = rows[i]! * d; j < d; j++, at++) mean[j]! += values[at]!;
    if (endsBlock(i, d)) yield null;
  }
  for (let j = 0; j < d; j++) mean[j] = (mean[j]! * unit) / Math.max(1, rows.length);
  return mean;
}

/** What X holds, and what one of it counts. */
function valuesOf(X: Matrix): { values: Uint8Array | Float64Array; unit: number } {
  return isPixels(X) ? { values: X.bytes, unit: 1 / X.divisor } : { values: X.data, unit: 1 };
}

const endsBlock = (i: number, d: number) => (i + 1) % Math.ceil(BLOCK / d) === 0;
