// Reads the cases that generate.py wrote (see there how to add some) and compares long arrays by their digest.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/** The cases of `cases/<name>.json`. */
export function loadCases<T extends { readonly name: string }>(name: string): readonly T[] {
  const path = fileURLToPath(new URL(`./cases/${name}.json`, import.meta.url));
  return JSON.parse(readFileSync(path, 'utf8')) as T[];
}

/** SHA-256 of the values as little-endian float64; `digest` of python/_common.py computes the same. */
export function digest(values: ArrayLike<number>): string {
  const bytes = new DataView(new ArrayBuffer(values.length * 8));
  for (let i = 0; i < values.length; i++) bytes.setFloat64(i * 8, values[i]!, true);
  return createHash('sha256').update(new Uint8Array(bytes.buffer)).digest('hex');
}

/** A long array in short, as `summary` of python/_common.py writes it. */
export interface Summary {
  readonly length: number;
  readonly sha256: string;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

/** The array is, bit for bit, the one that was summed up. The ends come first: they say more than a digest when it is not. */
export function expectSummary(values: ArrayLike<number>, expected: Summary): void {
  const all = Array.from(values);
  expect(all.length).toBe(expected.length);
  expect(all.slice(0, expected.first.length)).toEqual(expected.first);
  expect(all.slice(all.length - expected.last.length)).toEqual(expected.last);
  expect(digest(all)).toBe(expected.sha256);
}

/** |actual - expected| ≤ tolerance · max(1, |expected|); null only equals null. */
export function expectClose(actual: number | null, expected: number | null, tolerance: number, what = 'value'): void {
  if (actual === null || expected === null) {
    expect(actual, what).toBe(expected);
    return;
  }
  const error = Math.abs(actual - expected) / Math.max(1, Math.abs(expected));
  expect(error, `${what}: ${actual} instead of ${expected}`).toBeLessThanOrEqual(tolerance);
}
