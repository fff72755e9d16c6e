import type { Pause } from '../fit.ts';
import type { Pixels } from '../pixels.ts';
import type { Assigned, Slice } from './slice.ts';

/** What a slice can be asked for, by name. */
export type SliceWork = keyof Slice;

/** Asks the keeper of a slice; begins at once. @throws (rejects) when the keeper is lost */
export type AskSlice = (work: SliceWork, given: readonly unknown[]) => Promise<unknown>;

/** Other threads that keep rows and work on them. The engine knows none: whoever drives a fit may lend it some. */
export interface Helpers {
  readonly count: number;
  /** Gives helper `h` the rows from…to-1 of X to keep, unless it has them. */
  hold(h: number, X: Pixels, from: number, to: number): AskSlice;
  /** Is told that a fit was faster without them. */
  tooSlow(): void;
}

/** A slice that a helper keeps. Each method asks as soon as it is called; what it returns waits for the answer. */
export class HelpedSlice implements Slice {
  readonly #ask: AskSlice;

  constructor(ask: AskSlice) {
    this.#ask = ask;
  }

  norm = () => wait<number>(this.#ask('norm', []));
  columns = () => wait<Float64Array>(this.#ask('columns', []));
  products = () => wait<Float64Array>(this.#ask('products', []));
  dots = (vectors: Float64Array, count: number) => wait<Float64Array>(this.#ask('dots', [vectors, count]));
  trySeeds = (candidates: Uint8Array, count: number, isFirst: boolean) =>
    wait<readonly number[]>(this.#ask('trySeeds', [candidates, count, isFirst]));
  takeSeed = (candidate: number) => wait<null>(this.#ask('takeSeed', [candidate]));
  findSeed = (value: number, before: number) => wait<number>(this.#ask('findSeed', [value, before]));
  assign = (centers: Float64Array, isFirst: boolean) => wait<Assigned>(this.#ask('assign', [centers, isFirst]));
  release = () => wait<null>(this.#ask('release', []));
}

/** Yields the promise, and goes on with its value when whoever drives the generator has waited for it. */
function wait<T>(promise: Promise<unknown>): Generator<Pause, T, void> {
  let answer: unknown;
  let isThere = false;
  const come = promise.then((value) => {
    answer = value;
    isThere = true;
  });
  // A fit that is ended before it gets here must not leave a rejection that nobody hears.
  come.catch(() => {});
  return (function* () {
    if (!isThere) yield come;
    return answer as T;
  })();
}
