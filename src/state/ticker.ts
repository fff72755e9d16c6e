/** The clock of the player: a browser's animation frames, or a test's own. */
export interface Clock {
  request(callback: (now: number) => void): number;
  cancel(handle: number): void;
}

export const animationFrames: Clock = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/** Calls back once a step, until it is stopped or told that it is enough. */
export class Ticker {
  readonly #clock: Clock;
  readonly #stepLength: () => number;
  readonly #onStep: () => boolean;
  #handle: number | null = null;
  #last: number | null = null;
  /** The part of a step that has passed since the last call. */
  #elapsed = 0;

  /**
   * @param stepLength milliseconds; may change on the way
   * @param onStep returns whether to go on
   */
  constructor(clock: Clock, stepLength: () => number, onStep: () => boolean) {
    this.#clock = clock;
    this.#stepLength = stepLength;
    this.#onStep = onStep;
  }

  start(): void {
    this.stop();
    this.#handle = this.#clock.request(this.#tick);
  }

  stop(): void {
    if (this.#handle !== null) this.#clock.cancel(this.#handle);
    this.#handle = null;
    this.#last = null;
    this.#elapsed = 0;
  }

  readonly #tick = (now: number): void => {
    const step = this.#stepLength();
    // A tab that slept must not race through what it missed: a tick counts for one step at most.
    this.#elapsed += this.#last === null ? 0 : Math.min(now - this.#last, step);
    this.#last = now;
    this.#handle = null;
    let goesOn = true;
    if (this.#elapsed >= step) {
      this.#elapsed -= step;
      goesOn = this.#onStep();
    }
    if (!goesOn) this.stop();
    // Whoever heard of the step may have started anew.
    else if (this.#handle === null) this.#handle = this.#clock.request(this.#tick);
  };
}
