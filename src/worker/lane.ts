import { Superseded } from './errors.ts';
import type { Job, Pool } from './pool.ts';

/**
 * A run that a newer one waits for may go on until it is this old. Without that, a slider that moves faster than a fit takes
 * would cancel every fit and show nothing until it rests.
 */
const GRACE_MS = 100;

/** One running, one pending, the newest wins. */
export class Lane {
  readonly #pool: Pool;
  readonly #grace: number;
  #pending: AbortController | null = null;
  #running: { controller: AbortController; started: number } | null = null;

  /** @param pool of a single worker; @param grace the age in milliseconds up to which a run may go on */
  constructor(pool: Pool, grace = GRACE_MS) {
    this.#pool = pool;
    this.#grace = grace;
  }

  /** Takes the place of the job that waits, and of the one that runs when its time is up: they reject with Superseded. */
  async run<T>(job: Job<T>, signal?: AbortSignal): Promise<T> {
    const controller = new AbortController();
    const follow = () => controller.abort(signal?.reason);
    if (signal?.aborted) follow();
    signal?.addEventListener('abort', follow, { once: true });

    this.#pending?.abort(new Superseded());
    this.#pending = controller;
    const timer = this.#hurry();
    try {
      return await this.#pool.run((...given) => {
        this.#pending = null;
        this.#running = { controller, started: performance.now() };
        return job(...given);
      }, controller.signal);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', follow);
      if (this.#pending === controller) this.#pending = null;
      if (this.#running?.controller === controller) this.#running = null;
    }
  }

  /** Ends the running job when it is old enough. */
  #hurry() {
    const running = this.#running;
    if (!running) return undefined;
    const left = Math.max(0, running.started + this.#grace - performance.now());
    return setTimeout(() => running.controller.abort(new Superseded()), left);
  }
}
