import type { Frame } from '../engine/types.ts';
import type { OnFrame } from './api.ts';

/**
 * Frames for a page that watches: one at a time, none before the page has taken the last. comlink copies them on the way,
 * since the timeline holds on to them.
 */
export class Live {
  readonly #onFrame: OnFrame;
  #busy = false;

  constructor(onFrame: OnFrame) {
    this.#onFrame = onFrame;
  }

  get isFree(): boolean {
    return !this.#busy;
  }

  send(frame: Frame): void {
    this.#busy = true;
    const free = () => {
      this.#busy = false;
    };
    // A page that throws has taken it all the same.
    Promise.resolve(this.#onFrame(frame)).then(free, free);
  }
}
