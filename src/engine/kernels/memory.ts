import { wasm } from './compiled.js';

/** What assembly/ exports; the files there say what the numbers are. */
export interface Kernels {
  readonly memory: WebAssembly.Memory;
  countBlocks(dense: number, rows: number, cols: number, blocks: number, norms: number, sums: number): number;
  packRows(
    dense: number,
    rows: number,
    cols: number,
    blocks: number,
    spans: number,
    numbers: number,
    pixels: number,
  ): void;
  assignRows(from: number, to: number, layout: number): number;
  nearestRows(rows: number, count: number, labels: number, sums: number, layout: number): number;
  largestOf(values: number, count: number): number;
  squareNorm(values: number, count: number): number;
  roundTo(values: number, count: number, factor: number, rounded: number): void;
  seedDistances(
    from: number,
    to: number,
    spans: number,
    norms: number,
    closest: number,
    table: number,
    step: number,
    candidateNorms: number,
    squares: number,
    sums: number,
  ): void;
  addProducts(from: number, to: number, spans: number, products: number, width: number): void;
  addRows(from: number, to: number, spans: number, sums: number): void;
  dotRows(from: number, to: number, spans: number, vector: number, dots: number): void;
  groupDistances(tile: number, d: number, points: number, ends: number, groups: number, sums: number): void;
  gatherGroups(sums: number, groups: number, offsets: number, labelings: number, totals: number): void;
  packPairs(dense: number, rows: number, cols: number, starts: number, numbers: number, pairs: number): void;
  packTile(dense: number, count: number, cols: number, tile: number): void;
  tileDistances(
    from: number,
    to: number,
    starts: number,
    numbers: number,
    pairs: number,
    norms: number,
    tile: number,
    tileNorms: number,
    mask: number,
    rowTotals: number,
    laneTotals: number,
  ): void;
  layTile(rows: number, count: number, starts: number, places: number, pairs: number, tile: number): void;
  measureRows(
    rows: number,
    count: number,
    starts: number,
    places: number,
    pairs: number,
    norms: number,
    tile: number,
    tileNorms: number,
    squares: number,
  ): void;
  maskRows(squares: number, count: number, low: number, high: number, masks: number): void;
  turnRows(rows: number, count: number, d: number, tile: number): void;
  sumSquares(rows: number, count: number, d: number, tile: number, sums: number): void;
  sumGaps(rows: number, count: number, d: number, tile: number, sums: number): void;
  largestGaps(rows: number, count: number, d: number, tile: number, sums: number): void;
  sumProducts(rows: number, count: number, d: number, tile: number, sums: number): void;
  timesFour(matrix: number, from: number, to: number, n: number, lanes: number, out: number): void;
  sparseTimesFour(
    starts: number,
    columns: number,
    values: number,
    from: number,
    to: number,
    lanes: number,
    out: number,
  ): void;
  dotAll(vectors: number, count: number, length: number, v: number, dots: number): void;
  addAll(vectors: number, count: number, length: number, weights: number, v: number): void;
  divideRows(matrix: number, from: number, to: number, n: number, roots: number): void;
  factorRows(data: number, starts: number, firsts: number, from: number, to: number): void;
  solveFour(data: number, starts: number, firsts: number, n: number, lanes: number): void;
  takeSeed(n: number, lane: number, squares: number, closest: number, cumulative: number): void;
  rootedSquares(columns: number, count: number, d: number, i: number, row: number): void;
  addedGaps(columns: number, count: number, d: number, i: number, row: number): void;
  largestGap(columns: number, count: number, d: number, i: number, row: number): void;
  firstLeast(row: number, count: number, limit: number): number;
  moveTo(row: number, kept: number, count: number): void;
  replayComplete(row: number, size: number, merge: number, end: number): void;
  replayAverage(row: number, size: number, merge: number, end: number): void;
  replayWard(row: number, size: number, merge: number, end: number): void;
  uniteComplete(rowX: number, rowY: number, count: number, merge: number, sizes: number): void;
  uniteAverage(rowX: number, rowY: number, count: number, merge: number, sizes: number): void;
  uniteWard(rowX: number, rowY: number, count: number, merge: number, sizes: number): void;
}

const PAGE = 65_536;
/** A cache line: vectors never straddle two. */
const ALIGNMENT = 64;

let compiled: WebAssembly.Module | null = null;

function compiledModule(): WebAssembly.Module {
  if (compiled) return compiled;
  const bytes = Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0));
  if (!WebAssembly.validate(bytes)) {
    throw new Error('This needs WebAssembly with SIMD, which this browser does not have: a newer one does.');
  }
  compiled = new WebAssembly.Module(bytes);
  return compiled;
}

/**
 * The kernels with a memory of their own, from which blocks are taken and to which they are given back. Views must be made
 * anew after every `take`: memory that grows moves.
 */
export class KernelMemory {
  readonly kernels: Kernels;
  readonly #sizes = new Map<number, number>();
  /** What was given back, by address. */
  readonly #free = new Map<number, number>();
  #end = ALIGNMENT;

  constructor() {
    this.kernels = new WebAssembly.Instance(compiledModule()).exports as unknown as Kernels;
  }

  /** The address of `bytes` bytes, of any content. @throws RangeError when there is no more memory */
  take(bytes: number): number {
    const size = Math.max(ALIGNMENT, Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);
    for (const [address, held] of this.#free) {
      if (held < size) continue;
      this.#free.delete(address);
      if (held > size) this.#free.set(address + size, held - size);
      this.#sizes.set(address, size);
      return address;
    }
    const address = this.#end;
    this.#end += size;
    const missing = this.#end - this.kernels.memory.buffer.byteLength;
    if (missing > 0) this.kernels.memory.grow(Math.ceil(missing / PAGE));
    this.#sizes.set(address, size);
    return address;
  }

  give(address: number): void {
    let at = address;
    let size = this.#sizes.get(address) ?? 0;
    this.#sizes.delete(address);
    // Joined with its neighbours, so that what comes back is as large as what was taken.
    for (const [other, held] of this.#free) {
      if (other + held !== at && at + size !== other) continue;
      this.#free.delete(other);
      at = Math.min(at, other);
      size += held;
    }
    if (at + size === this.#end) this.#end = at;
    else this.#free.set(at, size);
  }

  bytes(address: number, count: number): Uint8Array {
    return new Uint8Array(this.kernels.memory.buffer, address, count);
  }

  i32(address: number, count: number): Int32Array {
    return new Int32Array(this.kernels.memory.buffer, address, count);
  }

  f32(address: number, count: number): Float32Array {
    return new Float32Array(this.kernels.memory.buffer, address, count);
  }

  f64(address: number, count: number): Float64Array {
    return new Float64Array(this.kernels.memory.buffer, address, count);
  }
}

/** Blocks of a memory that are given back together. */
export class Blocks {
  readonly #taken: number[] = [];

  constructor(readonly memory: KernelMemory) {}

  take(bytes: number): number {
    const address = this.memory.take(bytes);
    this.#taken.push(address);
    return address;
  }

  /** A block of zeros. */
  zeros(bytes: number): number {
    const address = this.take(bytes);
    this.memory.bytes(address, bytes).fill(0);
    return address;
  }

  giveAll(): void {
    for (const address of this.#taken.splice(0)) this.memory.give(address);
  }
}
