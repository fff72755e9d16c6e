import type { Frame } from '../engine/types.ts';

export const MAX_FRAMES = 300;

/**
 * A timeline of at most `limit` frames, spread evenly over steps whose number nobody knows beforehand: it keeps every
 * frame, then every second, every fourth, …; the first and the last are always there.
 */
export class Thinned {
  readonly #limit: number;
  #kept: { position: number; frame: Frame }[] = [];
  /** The newest frame that falls between the kept ones: it is the last until another comes. */
  #tail: Frame | null = null;
  #stride = 1;
  #position = -1;

  constructor(limit = MAX_FRAMES) {
    this.#limit = limit;
  }

  /** Goes on to the next step and says whether its frame is wanted. Call once a step, before its frame is made. */
  wants(last = false): boolean {
    this.#position++;
    return last || this.#isKept();
  }

  /** Takes the frame of this step. */
  add(frame: Frame): void {
    while (this.#isKept() && this.#kept.length >= this.#limit) this.#halve();
    if (this.#isKept()) {
      this.#kept.push({ position: this.#position, frame });
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

  #isKept(): boolean {
    return this.#position % this.#stride === 0;
  }

  #halve(): void {
    this.#stride *= 2;
    this.#kept = this.#kept.filter(({ position }) => position % this.#stride === 0);
  }
}
