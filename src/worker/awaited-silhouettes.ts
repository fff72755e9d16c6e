import { SILHOUETTE_SAMPLE_SIZE } from '../engine/metrics/specs.ts';
import type { DoneCell, Labels } from './api.ts';

/** So many labelings are scored together, or those that there are after so many milliseconds. */
const BATCH = 16;
const PATIENCE_MS = 1000;

/** A share of the rows whose silhouettes are to be summed, for all labelings of a batch. */
export interface Part {
  readonly labelings: readonly Labels[];
  readonly number: number;
  /** Takes the sums; returns the cells with their silhouettes when those of all parts are there. */
  end(sums: Float64Array): readonly DoneCell[] | null;
}

/** Cells that await their silhouettes, which are measured for many of them at once. */
export class AwaitedSilhouettes {
  #cells: DoneCell[] = [];
  #since = performance.now();

  add(done: readonly DoneCell[]): void {
    this.#cells.push(...done.filter(({ cell }) => cell.isAwaited));
  }

  /** Whether it is time to measure. @param isLast no more cells will come */
  isDue(isLast: boolean): boolean {
    const count = this.#cells.length;
    return count >= BATCH || (count > 0 && (isLast || performance.now() - this.#since > PATIENCE_MS));
  }

  /** What is to be measured now, in `parts` shares. */
  takeBatch(parts: number): Part[] {
    const cells = this.#cells.splice(0);
    this.#since = performance.now();
    const labelings = cells.map(({ cell }) => cell.labels!);
    const total = new Float64Array(cells.length);
    let left = parts;
    const end = (sums: Float64Array) => {
      for (const [i, sum] of sums.entries()) total[i]! += sum;
      return --left > 0 ? null : cells.map((done, i) => withSilhouette(done, total[i]!));
    };
    return Array.from({ length: parts }, (_, number) => ({ labelings, number, end }));
  }

  clear(): void {
    this.#cells = [];
  }
}

function withSilhouette({ at, cell }: DoneCell, sum: number): DoneCell {
  const mean = sum / Math.min(cell.labels!.length, SILHOUETTE_SAMPLE_SIZE);
  const silhouette = Number.isFinite(mean) ? mean : null;
  return { at, cell: { ...cell, isAwaited: false, metrics: { ...cell.metrics!, silhouette_score: silhouette } } };
}
