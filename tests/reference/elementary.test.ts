import { describe, expect, it } from 'vitest';
import { log } from '../../src/engine/numeric/log.ts';
import { cosine, sine } from '../../src/engine/numeric/sine.ts';
import { expectSummary, loadCases, type Summary } from './cases.ts';

type Case = { readonly name: string; readonly function: keyof typeof functions } & (
  | { readonly x: readonly number[]; readonly y: readonly number[] }
  | { readonly n: number; readonly step: number; readonly summary: Summary }
);
const functions = { log, cosine, sine };

describe('elementary functions, rounded to the nearest float64', () => {
  it.each(loadCases<Case>('elementary'))('$name', (one) => {
    const f = functions[one.function];
    if ('x' in one) expect(one.x.map(f)).toEqual(one.y);
    else
      expectSummary(
        Float64Array.from({ length: one.n }, (_, i) => f((i + 1) * one.step)),
        one.summary,
      );
  });

  it('are as Math has them where there is no number to round', () => {
    expect([log(0), log(-0), log(-1), log(Number.POSITIVE_INFINITY), log(Number.NaN)]).toEqual([
      Number.NEGATIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NaN,
    ]);
    expect(log(5e-324)).toBe(Math.log(5e-324));
  });

  it.each([2 ** 20 + 1, -1e9, Number.NaN, Number.POSITIVE_INFINITY])('refuse the angle %s', (angle) => {
    expect(() => sine(angle)).toThrow(RangeError);
    expect(() => cosine(angle)).toThrow(RangeError);
  });
});
