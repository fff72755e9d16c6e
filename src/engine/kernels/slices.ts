import type { Pause } from '../fit.ts';
import { type Pixels, pixels } from '../pixels.ts';
import { HelpedSlice, type Helpers } from './helpers.ts';
import { inertiaOf } from './inertia.ts';
import { RowSlice, type Slice } from './slice.ts';
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
  readonly #X: Pixels;
  readonly #helpers: Helpers | null;
  #slices: readonly Slice[];
  /** Where each slice begins, then n. */
  #starts: readonly number[];
  #pace: Pace;
  /** Of each slice, for each candidate tried last: its sum. */
  #tried: readonly (readonly number[])[] = [];
  /** Of each slice: the sum of the squared distances to the nearest seed. */
  #potentials: readonly number[] = [];
  /** Of the last assignment. */
  #sums: Float64Array = new Float64Array(0);
  #sizes: Float64Array = new Float64Array(0);

  constructor(X: Pixels, { slices, starts, helpers }: Split, totalNorm: number) {
    this.n = X.rows;
    this.d = X.cols;
    this.totalNorm = totalNorm;
    this.#X = X;
    this.#slices = slices;
    this.#starts = starts;
    this.#helpers = helpers;
    this.#pace = new Pace(slices.some((slice) => !(slice instanceof RowSlice)));
  }

  /** The sum of each column, exact. */
  *columnSums(): Generator<Pause, Float64Array, void> {
    return added(yield* askAll(this.#slices, (slice) => slice.columns()));
  }

  /** The mean over the columns of their variances, of the pixels as they are. */
  *meanVariance(): Generator<Pause, number, void> {
    const columns = yield* this.columnSums();
    const squaredMeans = columns.reduce((sum, value) => sum + (value / this.n) ** 2, 0);
    return (this.totalNorm / this.n - squaredMeans) / this.d;
  }

  /** Σ x·xᵀ of all rows (d × d), exact. */
  *products(): Generator<Pause, Float64Array, void> {
    return added(yield* askAll(this.#slices, (slice) => slice.products()));
  }

  /** The product of each row with each of `count` vectors (count × d), in pixels: n × count. */
  *dots(vectors: Float64Array, count: number): Generator<Pause, Float64Array, void> {
    const parts = yield* askAll(this.#slices, (slice) => slice.dots(vectors, count));
    const all = new Float64Array(this.n * count);
    for (const [s, dots] of parts.entries()) {
      const rows = dots.length / count;
      for (let v = 0, from = 0; v < count; v++) {
        for (let to = this.#starts[s]! * count + v, i = 0; i < rows; i++, to += count) all[to] = dots[from++]!;
      }
    }
    return all;
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
    this.#keepPace();
    const found = yield* askAll(this.#slices, (slice) => slice.assign(centers, isFirst), this.#pace);
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

  /** On a busy machine each step waits for helpers that wait for a processor: then all rows are done here from now on. */
  #keepPace(): void {
    if (!this.#pace.isSlowFor(this.#slices.length)) return;
    const [own, ...others] = this.#slices;
    releaseAll(others);
    this.#helpers?.tooSlow();
    const start = this.#starts[1]!;
    this.#slices = [own!, new RowSlice(partOf(this.#X, start, this.n))];
    this.#starts = [0, start, this.n];
    this.#pace = new Pace(false);
  }

  /** Gives back what a fit has taken. Nobody waits for the helpers: what they do next, they do after that. */
  dispose(): void {
    releaseAll(this.#slices);
  }
}

function releaseAll(slices: readonly Slice[]): void {
  for (const slice of slices) {
    const steps = slice.release();
    if (slice instanceof RowSlice) while (!steps.next().done);
  }
}

/** The sum of vectors of one length. */
function added([first, ...others]: readonly Float64Array[]): Float64Array {
  const sum = first!.slice();
  for (const other of others) for (let at = 0; at < sum.length; at++) sum[at]! += other[at]!;
  return sum;
}

/** Milliseconds that this thread has worked on its slice, and waited for the others after that. */
class Pace {
  readonly #isMeasured: boolean;
  #steps = 0;
  #worked = 0;
  #waited = 0;

  /** @param isMeasured false where there is nobody to wait for */
  constructor(isMeasured: boolean) {
    this.#isMeasured = isMeasured;
  }

  note(begun: number, done: number, answered: number): void {
    this.#steps++;
    this.#worked += done - begun;
    this.#waited += answered - done;
  }

  /** Whether this thread alone would have done the work of all slices by now. */
  isSlowFor(slices: number): boolean {
    return this.#isMeasured && this.#steps >= TRIED_STEPS && this.#waited > this.#worked * (slices - 1);
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

/** Whether rows are so many that helpers are worth their while. */
export const isWorthSplitting = ({ rows }: Pick<Pixels, 'rows'>, helpers: Helpers | null): helpers is Helpers =>
  rows >= WORTH_SPLITTING && (helpers?.count ?? 0) > 0;

/** The rows of a table, split among this thread and the helpers; all of them here where there are none, or few rows. */
export function* splitRows(X: Pixels, helpers: Helpers | null): Generator<Pause, Slices, void> {
  const split = isWorthSplitting(X, helpers) ? shared(X, helpers) : alone(X);
  return new Slices(X, { ...split, helpers }, yield* totalNormOf(split.slices));
}

/** Σ‖row‖² of the rows of all slices. */
export function* totalNormOf(slices: readonly Slice[]): Generator<Pause, number, void> {
  const norms = yield* askAll(slices, (slice) => slice.norm());
  return norms.reduce((sum, norm) => sum + norm, 0);
}

function shared(X: Pixels, helpers: Helpers): Pick<Split, 'slices' | 'starts'> {
  const { rows: n } = X;
  const count = helpers.count + 1;
  const starts = Array.from({ length: count + 1 }, (_, s) => Math.round((s * n) / count));
  const others = Array.from(
    { length: count - 1 },
    (_, h) => new HelpedSlice(helpers.hold(h, X, starts[h + 1]!, starts[h + 2]!)),
  );
  const own = isPacked(X) ? new RowSlice(X, starts[1]!) : new RowSlice(partOf(X, 0, starts[1]!));
  return { slices: [own, ...others], starts };
}

/** All rows here: by the part that was packed already where there is one, and the rest. */
export function alone(X: Pixels): { slices: readonly RowSlice[]; starts: readonly number[] } {
  const { rows: n } = X;
  const known = [...(parts.get(X.bytes)?.values() ?? [])].find((part) => part.from === 0 && part.to < n);
  if (!known || isPacked(X)) return { slices: [new RowSlice(X)], starts: [0, n] };
  const rest = new RowSlice(partOf(X, known.to, n));
  return { slices: [new RowSlice(known.X), rest], starts: [0, known.to, n] };
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly X: Pixels;
}

/** Parts of tables that have been packed, by the bytes of the whole: kept as long as that is. */
const parts = new WeakMap<Uint8Array, Map<string, Part>>();

/** The rows from…to-1, always the same object. */
function partOf(X: Pixels, from: number, to: number): Pixels {
  const { bytes, cols, divisor } = X;
  const known = parts.get(bytes) ?? new Map<string, Part>();
  parts.set(bytes, known);
  const key = `${from}-${to}`;
  const part = known.get(key) ?? {
    from,
    to,
    X: pixels(bytes.subarray(from * cols, to * cols), to - from, cols, divisor),
  };
  known.set(key, part);
  return part.X;
}
