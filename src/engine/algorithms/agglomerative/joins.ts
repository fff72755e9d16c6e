// The update of distances: G. N. Lance, W. T. Williams, "A general theory of classificatory sorting strategies", The Computer
// Journal 9 (1967) 373–380.
import type { Linkage } from './names.ts';

/** Linkages of which the distances of all pairs are kept. */
export type PairLinkage = Exclude<Linkage, 'single'>;

/** Merges in the order in which they were made: slot x went up in slot y. */
export class Log {
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly sizeX: Int32Array;
  readonly sizeY: Int32Array;
  readonly distance: Float64Array;
  count = 0;

  constructor(n: number) {
    this.x = new Int32Array(n);
    this.y = new Int32Array(n);
    this.sizeX = new Int32Array(n);
    this.sizeY = new Int32Array(n);
    this.distance = new Float64Array(n);
  }

  add(x: number, y: number, sizeX: number, sizeY: number, distance: number): void {
    this.x[this.count] = x;
    this.y[this.count] = y;
    this.sizeX[this.count] = sizeX;
    this.sizeY[this.count] = sizeY;
    this.distance[this.count++] = distance;
  }
}

/** In the distances of one cluster, of so many rows, from all others, which begin at `start`: others merge as in the log. */
export type Replay = (values: Float64Array, start: number, size: number, log: Log, from: number, to: number) => void;

/** A loop for each linkage, since a call by the distance would take most of the time. */
export const REPLAY: Readonly<Record<PairLinkage, Replay>> = {
  complete(values, start, _, log, from, to) {
    for (let m = from; m < to; m++) {
      const x = start + log.x[m]!;
      const y = start + log.y[m]!;
      if (values[x]! > values[y]!) values[y] = values[x]!;
      values[x] = Number.POSITIVE_INFINITY;
    }
  },
  average(values, start, _, log, from, to) {
    for (let m = from; m < to; m++) {
      const x = start + log.x[m]!;
      const y = start + log.y[m]!;
      values[y] = averageOf(values[x]!, values[y]!, log.sizeX[m]!, log.sizeY[m]!);
      values[x] = Number.POSITIVE_INFINITY;
    }
  },
  ward(values, start, size, log, from, to) {
    for (let m = from; m < to; m++) {
      const x = start + log.x[m]!;
      const y = start + log.y[m]!;
      values[y] = wardOf(values[x]!, values[y]!, log.distance[m]!, log.sizeX[m]!, log.sizeY[m]!, size);
      values[x] = Number.POSITIVE_INFINITY;
    }
  },
};

/** The distances of x ∪ y from all others, written over those of y: from those of both, their sizes, and the others'. */
export type Union = (
  values: Float64Array,
  startX: number,
  startY: number,
  distance: number,
  sizeX: number,
  sizeY: number,
  sizes: Int32Array,
) => void;

/** `sizes` are those of the slots. A slot whose cluster is gone is infinitely far and stays so. */
export const UNION: Readonly<Record<PairLinkage, Union>> = {
  complete(values, startX, startY, _, _nx, _ny, sizes) {
    for (let at = 0; at < sizes.length; at++) {
      if (values[startX + at]! > values[startY + at]!) values[startY + at] = values[startX + at]!;
    }
  },
  average(values, startX, startY, _, nx, ny, sizes) {
    for (let at = 0; at < sizes.length; at++) {
      values[startY + at] = averageOf(values[startX + at]!, values[startY + at]!, nx, ny);
    }
  },
  ward(values, startX, startY, distance, nx, ny, sizes) {
    for (let at = 0; at < sizes.length; at++) {
      values[startY + at] = wardOf(values[startX + at]!, values[startY + at]!, distance, nx, ny, sizes[at]!);
    }
  },
};

const averageOf = (dx: number, dy: number, nx: number, ny: number): number => (nx * dx + ny * dy) / (nx + ny);

function wardOf(dx: number, dy: number, dxy: number, nx: number, ny: number, ni: number): number {
  const t = 1 / (nx + ny + ni);
  return Math.sqrt((ni + nx) * t * dx * dx + (ni + ny) * t * dy * dy - ni * t * dxy * dxy);
}
