import type { Frame } from '../engine/types.ts';
import { buffersOf } from './buffers.ts';

export const MAX_FRAMES = 300;
/** So much a timeline may hold: ten centres of 784 pixels are 63 kB, 70,000 labels as many. */
const MAX_BYTES = 64_000_000;

/**
 * A timeline of at most `limit` frames, and no more than `mostBytes` of them where that leaves at least three, spread evenly over steps whose number nobody knows beforehand: it keeps every
 * frame, then every second, every fourth, …; the first and the last are always there.
 */
export class Thinned {
  readonly #limit: number;
  readonly #mostBytes: number;
  #kept: { position: number; frame: Frame }[] = [];
  /** What the kept frames hold; frames share what has not changed from one to the next. */
  #buffers = new Set<ArrayBuffer>();
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
    while (this.#isKept() && this.#isFullFor(frame)) this.#halve();
    if (this.#isKept()) {
      this.#kept.push({ position: this.#position, frame });
      for (const buffer of this.#added(frame)) {
        this.#buffers.add(buffer);
        this.#bytes += buffer.byteLength;
      }
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

  #isFullFor(frame: Frame): boolean {
    if (this.#kept.length >= this.#limit) return true;
    return this.#kept.length > 2 && this.#bytes + sizeOf(this.#added(frame)) > this.#mostBytes;
  }

  #added(frame: Frame): ArrayBuffer[] {
    return buffersOf(frame).filter((buffer) => !this.#buffers.has(buffer));
  }

  #isKept(): boolean {
    return this.#position % this.#stride === 0;
  }

  #halve(): void {
    this.#stride *= 2;
    this.#kept = this.#kept.filter(({ position }) => position % this.#stride === 0);
    this.#buffers = new Set(this.#kept.flatMap(({ frame }) => buffersOf(frame)));
    this.#bytes = sizeOf([...this.#buffers]);
  }
}

function sizeOf(buffers: readonly ArrayBuffer[]): number {
  return buffers.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
