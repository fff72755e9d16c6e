/**
 * The time of a fit alone. What watching it costs does not count: the making of a frame, from the moment that it is wanted to
 * the one when it is handed out, and whatever happens between two steps. A last frame counts: its labels are the result's.
 */
export class FitClock {
  readonly #now: () => number;
  #milliseconds = 0;
  #since: number | null = null;
  #isMaking = false;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get seconds(): number {
    return this.#milliseconds / 1000;
  }

  /** The fit works from here on, on its own or on a frame. */
  enter(): void {
    if (!this.#isMaking) this.#since = this.#now();
  }

  /** A frame is wanted: what comes until it is handed out is not the fit's. */
  frameWanted(): void {
    this.#stop();
    this.#isMaking = true;
  }

  /** The fit hands something out, a frame or nothing yet. */
  leave(hasFrame: boolean): void {
    if (hasFrame) this.#isMaking = false;
    this.#stop();
  }

  /** From here on it is counted anew. */
  reset(): void {
    this.#milliseconds = 0;
  }

  #stop(): void {
    if (this.#since !== null) this.#milliseconds += this.#now() - this.#since;
    this.#since = null;
  }
}
