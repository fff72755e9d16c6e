import { WorkerLost } from './errors.ts';
import { Host } from './host.ts';

/** A job for one worker. It passes the id to whatever it calls, so that it can be cancelled, and stops when `signal` says so. */
export type Job<T> = (host: Host, runId: number, signal: AbortSignal) => Promise<T>;

interface Queued {
  readonly isUrgent: boolean;
  start(host: Host): void;
  drop(error: WorkerLost): void;
}

const ENDED = 'The workers were ended.';

let lastRunId = 0;

/** Some workers and a queue before them. Workers start when they are first needed. */
export class Pool {
  readonly #size: number;
  readonly #newHost: () => Host;
  readonly #hosts: Host[] = [];
  readonly #idle: Host[] = [];
  /** First what is urgent, in its order, then the rest. */
  #queue: Queued[] = [];
  #isOver = false;

  constructor(spawn: () => Worker, size: number, onReplaced: (error: WorkerLost) => void, patience?: number) {
    this.#size = size;
    this.#newHost = () => new Host(spawn, onReplaced, patience);
  }

  /**
   * Runs a job on the next worker that is free. An abort rejects at once with the signal's reason; the worker is free
   * again when it has answered the cancel or has been replaced. @param isUrgent goes before all that are not
   */
  run<T>(job: Job<T>, signal: AbortSignal, isUrgent = false): Promise<T> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (this.#isOver) return reject(new WorkerLost(ENDED));
      const leave = () => {
        this.#queue = this.#queue.filter((other) => other !== queued);
        reject(signal.reason);
      };
      const start = (host: Host) => {
        const runId = ++lastRunId;
        const cancel = () => {
          reject(signal.reason);
          void host.cancel(runId, done);
        };
        signal.removeEventListener('abort', leave);
        signal.addEventListener('abort', cancel, { once: true });
        const done = job(host, runId, signal);
        // The worker is free before anybody hears of the result, or the next job would start another.
        const free = () => {
          signal.removeEventListener('abort', cancel);
          this.#idle.push(host);
          this.#next();
        };
        done.then(free, free);
        done.then(resolve, reject);
      };
      const queued: Queued = { isUrgent, start, drop: reject };
      signal.addEventListener('abort', leave, { once: true });
      const behind = isUrgent ? this.#queue.findIndex((other) => !other.isUrgent) : -1;
      this.#queue.splice(behind < 0 ? this.#queue.length : behind, 0, queued);
      this.#next();
    });
  }

  /** Starts workers, at most so many in all, before anybody needs them: the first job then finds one awake. */
  warm(count: number): void {
    while (!this.#isOver && this.#hosts.length < Math.min(count, this.#size)) {
      // One that cannot start says so to the first who asks it for something.
      this.#grow()
        .ready()
        .catch(() => {});
    }
  }

  /** A worker to ask something short, whatever else it does. */
  any(): Host {
    return this.#hosts[0] ?? this.#grow();
  }

  /** Ends the workers; what is asked of the pool from now on rejects with WorkerLost. */
  dispose(): void {
    this.#isOver = true;
    for (const { drop } of this.#queue.splice(0)) drop(new WorkerLost(ENDED));
    for (const host of this.#hosts) host.dispose();
  }

  #grow(): Host {
    const host = this.#newHost();
    this.#hosts.push(host);
    this.#idle.push(host);
    return host;
  }

  #next(): void {
    if (this.#queue.length === 0) return;
    if (this.#idle.length === 0 && this.#hosts.length < this.#size) this.#grow();
    const host = this.#idle.pop();
    if (host) this.#queue.shift()?.start(host);
  }
}
