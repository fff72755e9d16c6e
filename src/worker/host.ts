import { type Remote, wrap } from 'comlink';
import type { Reply, WorkerApi } from './api.ts';
import { WorkerLost } from './errors.ts';
import { openFiles } from './files/registry.ts';
import { fromReply } from './reply.ts';

/** A worker that does not answer a cancel within this time is ended. */
const ANSWER_MS = 100;

/**
 * One worker and the promises it owes. When it dies, or is ended because it does not answer, every promise it owed is
 * rejected (comlink would leave them pending for ever) and another worker takes its place.
 */
export class Host {
  readonly #spawn: () => Worker;
  readonly #onReplaced: (error: WorkerLost) => void;
  readonly #patience: number;
  readonly #owed = new Set<(error: WorkerLost) => void>();
  #current: { worker: Worker; api: Remote<WorkerApi>; isReady: boolean; files: Set<string> } | null = null;

  /** @param patience how many milliseconds a worker may take to answer a cancel */
  constructor(spawn: () => Worker, onReplaced: (error: WorkerLost) => void, patience = ANSWER_MS) {
    this.#spawn = spawn;
    this.#onReplaced = onReplaced;
    this.#patience = patience;
  }

  /** Asks the worker. @throws what it threw, or WorkerLost if it was replaced before it answered */
  call<T>(ask: (api: Remote<WorkerApi>) => Promise<Reply<T>>): Promise<T> {
    return new Promise((resolve, reject) => {
      // A browser that grants no worker throws here: a rejection like any other.
      const current = this.#start();
      const { api } = current;
      for (const file of openFiles.all()) {
        if (current.files.has(file.digest)) continue;
        current.files.add(file.digest);
        void api.keep(file);
      }
      this.#owed.add(reject);
      ask(api)
        .then(fromReply)
        .then(resolve, reject)
        .finally(() => this.#owed.delete(reject));
    });
  }

  /** Cancels a run; unless `done` comes from an awake worker in time, the worker is replaced. */
  async cancel(runId: number, done: Promise<unknown>): Promise<void> {
    const current = this.#start();
    void current.api.cancel(runId);
    let isDone = false;
    const finished = done.finally(() => {
      isDone = true;
    });
    // A worker that is still starting has not begun to keep anybody waiting.
    if (!current.isReady) await Promise.race([finished, this.ready()].map(settled));
    // In two parts: if this thread itself was busy, an answer that waits in its queue is heard in between.
    for (const part of [this.#patience * 0.8, this.#patience * 0.2]) {
      if (!isDone) await Promise.race([settled(finished), delay(part)]);
    }
    if (!isDone && this.#current === current) {
      this.replace(new WorkerLost(`The worker did not answer within ${this.#patience} ms and was replaced.`));
    }
  }

  /** Resolves when the worker is up. */
  ready(): Promise<null> {
    return this.call((api) => api.ready());
  }

  /** Ends the worker and rejects all that it owed; one that had been up is started anew at once, else with the next call. */
  replace(error: WorkerLost): void {
    const wasReady = this.#current?.isReady ?? false;
    this.#end(error);
    if (wasReady) this.#start();
    this.#onReplaced(error);
  }

  dispose(): void {
    this.#end(new WorkerLost('The worker was ended.'));
  }

  #end(error: WorkerLost): void {
    this.#current?.worker.terminate();
    this.#current = null;
    const owed = [...this.#owed];
    this.#owed.clear();
    for (const reject of owed) reject(error);
  }

  #start() {
    if (this.#current) return this.#current;
    const worker = this.#spawn();
    const current = { worker, api: wrap<WorkerApi>(worker), isReady: false, files: new Set<string>() };
    this.#current = current;
    const died = (reason: string) => {
      if (this.#current === current) this.replace(new WorkerLost(`The worker stopped (${reason}) and was replaced.`));
    };
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      died(event.message || 'it could not be loaded');
    });
    worker.addEventListener('messageerror', () => died('a message could not be read'));
    void current.api.ready().then(() => {
      current.isReady = true;
    });
    return current;
  }
}

const settled = (promise: Promise<unknown>): Promise<void> =>
  promise.then(
    () => {},
    () => {},
  );
const delay = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
