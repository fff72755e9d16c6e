import type { Frame } from '../engine/types.ts';
import { buffersOf } from './buffers.ts';

export const MAX_FRAMES = 300;
/** So much a timeline may hold: 70,000 labels a frame are 280 kB. */
export const MAX_BYTES = 64_000_000;

/**
 * A timeline of at most `limit` frames, and no more than `mostBytes` of them where that leaves at least three, spread evenly over steps whose number nobody knows beforehand: it keeps every
 * frame, then every second, every fourth, …; the first and the last are always there.
 */
export class Thinned {
  readonly #limit: number;
  readonly #mostBytes: number;
  #kept: { position: number; frame: Frame; bytes: number }[] = [];
  #bytes = 0;
  /** The newest frame that falls between the kept ones: it is the last until another comes. */
  #tail: Frame | null = null;
  #stride = 1;
  #position = -1;

  constructor(limit = MAX_FRAMES, mostBytes = MAX_BYTES) {
    this.#limit = limit;
    this.#mostBytes = mostBytes;
  }

  /** Goes on to the next step and says whether its frame is wanted. Call once a step, before its frame is made. */
  wants(last = false): boolean {
    this.#position++;
    return last || this.#isKept();
  }

  /** Takes the frame of this step. */
  add(frame: Frame): void {
    const bytes = bytesOf(frame);
    while (this.#isKept() && this.#isFullFor(bytes)) this.#halve();
    if (this.#isKept()) {
      this.#kept.push({ position: this.#position, frame, bytes });
      this.#bytes += bytes;
      this.#tail = null;
    } else {
      this.#tail = frame;
    }
  }

  frames(): Frame[] {
    if (this.#tail && this.#kept.length >= this.#limit) this.#halve();
    const kept = this.#kept.map(({ frame }) => frame);
    return this.#tail ? [...kept, this.#tail] : kept;
  }

  #isFullFor(bytes: number): boolean {
    if (this.#kept.length >= this.#limit) return true;
    return this.#kept.length > 2 && this.#bytes + bytes > this.#mostBytes;
  }

  #isKept(): boolean {
    return this.#position % this.#stride === 0;
  }

  #halve(): void {
    this.#stride *= 2;
    this.#kept = this.#kept.filter(({ position }) => position % this.#stride === 0);
    this.#bytes = this.#kept.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

function bytesOf(frame: Frame): number {
  return buffersOf(frame).reduce((sum, { byteLength }) => sum + byteLength, 0);
}
