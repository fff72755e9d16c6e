import type { Agreement } from '../spec/cell.ts';
import { UNASSIGNED } from '../types.ts';

type Labels = Int16Array | Int32Array;

/** Rows between two yields. */
const BLOCK = 500_000;

/**
 * Compares the labelings of repeats, UNASSIGNED for rows that a repeat does not have. Hubert & Arabie 1985 for the index; for
 * the rows the item consensus of Monti, Tamayo, Mesirov & Golub 2003, "Consensus clustering".
 * @param own the labels of the run that was repeated
 */
export function* agreementSteps(repeats: readonly Labels[], own: Labels): Generator<null, Agreement, void> {
  const pairs: number[] = [];
  let work = 0;
  const compact = repeats.map(fromZero);
  for (let a = 0; a < compact.length; a++) {
    for (let b = 0; b < a; b++) {
      pairs.push(adjustedRand(compact[a]!, compact[b]!));
      work += own.length;
      if (work < BLOCK) continue;
      work = 0;
      yield null;
    }
  }
  return { pairs: Float64Array.from(pairs), sure: yield* sureness(compact, fromZero(own)) };
}

/** A labeling by the numbers 0…count-1, noise one of them; -1 for rows that it does not have. */
interface Compact {
  readonly codes: Int32Array;
  readonly count: number;
}

function fromZero(labels: Labels): Compact {
  const names = new Map<number, number>();
  const codes = Int32Array.from(labels, (label) => {
    if (label === UNASSIGNED) return -1;
    const name = names.get(label) ?? names.size;
    if (name === names.size) names.set(label, name);
    return name;
  });
  return { codes, count: names.size };
}

/** The index of the rows that both have; 1 where fewer than two are. */
function adjustedRand(a: Compact, b: Compact): number {
  const table = new Float64Array(a.count * b.count);
  const [rows, columns] = [new Float64Array(a.count), new Float64Array(b.count)];
  let n = 0;
  for (let i = 0; i < a.codes.length; i++) {
    const [row, column] = [a.codes[i]!, b.codes[i]!];
    if (row < 0 || column < 0) continue;
    table[row * b.count + column]!++;
    rows[row]!++;
    columns[column]!++;
    n++;
  }
  const [both, inRows, inColumns] = [table, rows, columns].map(joined) as [number, number, number];
  const chance = (inRows * inColumns) / ((n * (n - 1)) / 2);
  const most = (inRows + inColumns) / 2;
  return n < 2 || most === chance ? 1 : (both - chance) / (most - chance);
}

/** How many pairs of rows are together in groups of these sizes. */
function joined(sizes: Float64Array): number {
  let sum = 0;
  for (const size of sizes) sum += (size * (size - 1)) / 2;
  return sum;
}

function* sureness(repeats: readonly Compact[], own: Compact): Generator<null, Float64Array, void> {
  const n = own.codes.length;
  const sums = new Float64Array(n);
  const times = new Int32Array(n);
  for (const { codes, count } of repeats) {
    const table = new Float64Array(own.count * count);
    const sizes = new Float64Array(own.count);
    for (let i = 0; i < n; i++) {
      if (codes[i]! < 0) continue;
      table[own.codes[i]! * count + codes[i]!]!++;
      sizes[own.codes[i]!]!++;
    }
    for (let i = 0; i < n; i++) {
      const others = codes[i]! < 0 ? 0 : sizes[own.codes[i]!]! - 1;
      if (others === 0) continue;
      sums[i]! += (table[own.codes[i]! * count + codes[i]!]! - 1) / others;
      times[i]!++;
    }
    yield null;
  }
  return sums.map((sum, i) => sum / times[i]!);
}
