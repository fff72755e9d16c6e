import { describe, expect, test } from 'vitest';
import { RandomState } from '../../src/engine/numeric/random-state.ts';
import { selfDot } from '../../src/engine/numeric/self-dot.ts';
import { digest, loadCases } from './cases.ts';

interface Case {
  readonly name: string;
  readonly n: number;
  readonly d: number;
  readonly sha256: string;
}

describe('a matrix times its own transpose, bit for bit as numpy', () => {
  test.each(loadCases<Case>('self_products'))('$name', ({ n, d, sha256 }) => {
    const X = new RandomState(n + d).randomSamples(n * d);
    const product = Float64Array.from({ length: n * n }, (_, at) => selfDot(X, Math.floor(at / n), at % n, n, d));
    expect(digest(product)).toBe(sha256);
  });
});
