import type { Pause } from '../fit.ts';
import { firstPixelRows, type Pixels } from '../pixels.ts';
import { HelpedSlice, type Helpers } from './helpers.ts';
import { inertiaOf } from './inertia.ts';
import { RowSlice, type Slice, type SliceTotals } from './slice.ts';
import { isPacked } from './sparse.ts';

/** Fewer rows are done before they would have been sent. */
const WORTH_SPLITTING = 20_000;
/** After so many steps it shows whether helpers help. */
const TRIED_STEPS = 20;

/** Where an assignment writes what it finds: n labels, k × d sums, k sizes. */
export interface Into {
  readonly labels: Int32Array;
  readonly next: Float64Array;
  readonly sizes: Float64Array;
}

/** All rows of a table of pixels, split into slices: one here, one with each helper. */
export class Slices {
  readonly n: number;
  readonly d: number;
  /** Σ‖row‖², exact. */
  readonly totalNorm: number;
  /** Mean over the columns of their variances, of the pixels as they are. */
  readonly meanVariance: number;
  readonly #X: Pixels;
  readonly #helpers: Helpers | null;
  #slices: readonly Slice[];
  /** Where each slice begins, then n. */
  #starts: readonly number[];
  #pace = new Pace();
  /** Of each slice, for each candidate tried last: its sum. */
  #tried: readonly (readonly number[])[] = [];
  /** Of each slice: the sum of the squared distances to the nearest seed. */
  #potentials: readonly number[] = [];
  /** Of the last assignment. */
  #sums: Float64Array = new Float64Array(0);
  #sizes: Float64Array = new Float64Array(0);

  constructor(X: Pixels, { slices, starts, helpers }: Split, totals: readonly SliceTotals[]) {
    const { rows: n, cols: d } = X;
    const columns = new Float64Array(d);
    for (const part of totals) for (let f = 0; f < d; f++) columns[f]! += part.columns[f]!;
    this.n = n;
    this.d = d;
    this.totalNorm = totals.reduce((sum, { norm }) => sum + norm, 0);
    this.meanVariance = (this.totalNorm / n - columns.reduce((sum, value) => sum + (value / n) ** 2, 0)) / d;
    this.#X = X;
    this.#slices = slices;
    this.#starts = starts;
    this.#helpers = helpers;
  }

  /** The sum of squared distances to the nearest seed, were each of these rows the next one. `isFirst`: there is none yet. */
  *trySeeds(rows: readonly number[], isFirst: boolean): Generator<Pause, number[], void> {
    const candidates = new Uint8Array(rows.length * this.d);
    for (const [at, row] of rows.entries()) candidates.set(this.row(row), at * this.d);
    this.#tried = yield* askAll(this.#slices, (slice) => slice.trySeeds(candidates, rows.length, isFirst));
    return rows.map((_, at) => this.#tried.reduce((sum, tried) => sum + tried[at]!, 0));
  }

  /** Makes a candidate of those tried last a seed. */
  *takeSeed(candidate: number): Generator<Pause, void, void> {
    this.#potentials = this.#tried.map((tried) => tried[candidate]!);
    yield* askAll(this.#slices, (slice) => slice.takeSeed(candidate));
  }

  /** For each value the first row up to which the squared distances to the nearest seed sum to it, or the last row. */
  *findSeeds(values: readonly number[]): Generator<Pause, number[], void> {
    const found: number[] = [];
    for (const value of values) {
      let before = 0;
      let s = 0;
      for (; s < this.#slices.length - 1 && before + this.#potentials[s]! < value; s++) before += this.#potentials[s]!;
      const row = this.#starts[s]! + (yield* this.#slices[s]!.findSeed(value, before));
      found.push(Math.min(row, this.n - 1));
    }
    return found;
  }

  /** Finds the nearest of the centres (k × d, in pixels) for each row. `isFirst`: no row has a label yet. */
  *assign(centers: Float64Array, isFirst: boolean, into: Into): Generator<Pause, void, void> {
    const { labels, next, sizes } = into;
    const goesAlone = this.#pace.isSlowFor(this.#slices.length);
    if (goesAlone) this.#goAlone();
    const found = yield* askAll(this.#slices, (slice) => slice.assign(centers, isFirst || goesAlone), this.#pace);
    for (const [s, one] of found.entries()) {
      labels.set(one.labels, this.#starts[s]!);
      if (s === 0) {
        next.set(one.sums);
        sizes.set(one.sizes);
        continue;
      }
      for (let at = 0; at < next.length; at++) next[at]! += one.sums[at]!;
      for (let j = 0; j < sizes.length; j++) sizes[j]! += one.sizes[j]!;
    }
    this.#sums = next.slice();
    this.#sizes = sizes.slice();
  }

  /** The sum of squared distances of the rows, as they were assigned last, to `centers` (k × d), in pixels. */
  inertia(centers: Float64Array): number {
    return inertiaOf(centers, this.#sums, this.#sizes, this.totalNorm);
  }

  /** The pixels of a row. */
  row(i: number): Uint8Array {
    return this.#X.bytes.subarray(i * this.d, (i + 1) * this.d);
  }

  /** All rows are done here from now on: on a busy machine each step would wait for helpers that wait for a processor. */
  #goAlone(): void {
    this.dispose();
    this.#helpers?.tooSlow();
    this.#slices = [ownSlice(this.#X, this.n)];
    this.#starts = [0, this.n];
    this.#pace = new Pace();
  }

  /** Gives back what a fit has taken. Nobody waits for the helpers: what they do next, they do after that. */
  dispose(): void {
    for (const slice of this.#slices) {
      const steps = slice.release();
      if (slice instanceof RowSlice) while (!steps.next().done);
    }
  }
}

/** Milliseconds that this thread has worked on its slice, and waited for the others after that. */
class Pace {
  #steps = 0;
  #worked = 0;
  #waited = 0;

  note(begun: number, done: number, answered: number): void {
    this.#steps++;
    this.#worked += done - begun;
    this.#waited += answered - done;
  }

  /** Whether this thread alone would have done the work of all slices by now. */
  isSlowFor(slices: number): boolean {
    return this.#steps >= TRIED_STEPS && this.#waited > this.#worked * (slices - 1);
  }
}

/** Asks all at once, and does the slice of this thread, the first, while the others are at theirs. */
function* askAll<T>(
  [own, ...others]: readonly Slice[],
  ask: (slice: Slice) => Generator<Pause, T, void>,
  pace: Pace | null = null,
): Generator<Pause, T[], void> {
  const begun = performance.now();
  const asked = others.map(ask);
  const answers = [yield* ask(own!)];
  const done = performance.now();
  for (const answer of asked) answers.push(yield* answer);
  pace?.note(begun, done, performance.now());
  return answers;
}

/** Who does which rows: slice s those from starts[s] to starts[s + 1] - 1. */
interface Split {
  readonly slices: readonly Slice[];
  readonly starts: readonly number[];
  readonly helpers: Helpers | null;
}

/** Parts that were packed for a split, by the bytes of the whole. */
const parts = new WeakMap<Uint8Array, Pixels>();

/** The rows of a table, split among this thread and the helpers; all of them here where there are none, or few rows. */
export function* splitRows(X: Pixels, helpers: Helpers | null): Generator<Pause, Slices, void> {
  const { rows: n } = X;
  const count = helpers && n >= WORTH_SPLITTING ? helpers.count + 1 : 1;
  const starts = Array.from({ length: count + 1 }, (_, s) => Math.round((s * n) / count));
  const others = Array.from(
    { length: count - 1 },
    (_, h) => new HelpedSlice(helpers!.hold(h, X, starts[h + 1]!, starts[h + 2]!)),
  );
  const own = ownSlice(X, starts[1]!);
  const totals = isPacked(X)
    ? [yield* new RowSlice(X).totals()]
    : yield* askAll([own, ...others], (slice) => slice.totals());
  return new Slices(X, { slices: [own, ...others], starts, helpers }, totals);
}

/** Rows 0…n-1: of the whole where that is packed already, else of a part that is kept as long as the whole is. */
function ownSlice(X: Pixels, n: number): RowSlice {
  if (n === X.rows || isPacked(X)) {
    parts.delete(X.bytes);
    return new RowSlice(X, n);
  }
  const known = parts.get(X.bytes);
  const part = known?.rows === n ? known : firstPixelRows(X, n);
  parts.set(X.bytes, part);
  return new RowSlice(part);
}
