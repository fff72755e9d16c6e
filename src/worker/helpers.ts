import type { AskSlice, Helpers, SliceWork } from '../engine/kernels/helpers.ts';
import type { Pixels } from '../engine/pixels.ts';
import { HelpersLost } from './errors.ts';

/** What a helper is told: how many rows to keep from now on, the next of these, or work on them. */
export type Asked =
  | { readonly hold: { readonly rows: number; readonly cols: number } }
  | { readonly rows: Uint8Array }
  | { readonly id: number; readonly work: SliceWork; readonly given: readonly unknown[] };
export interface Answered {
  readonly id: number;
  readonly answer: unknown;
}

/** More would have little to do, and each takes some memory. */
const MOST = 3;
/** A machine that was busy is left alone for so long. */
const REST_MS = 10_000;
/** Rows a message: a helper packs the first while the next are on their way. */
const SENT_ROWS = 4_000;

const spawnHelper = () => new Worker(new URL('./helper.ts', import.meta.url), { type: 'module' });

/** One helper: a worker of this worker. */
class Helper {
  readonly #worker: Worker;
  readonly #owed = new Map<number, { resolve: (answer: unknown) => void; reject: (error: HelpersLost) => void }>();
  #held: { readonly bytes: WeakRef<Uint8Array>; readonly from: number; readonly to: number } | null = null;
  #lastId = 0;

  constructor(worker: Worker, onLost: () => void) {
    this.#worker = worker;
    this.#worker.onmessage = ({ data: { id, answer } }: MessageEvent<Answered>) => {
      this.#owed.get(id)?.resolve(answer);
      this.#owed.delete(id);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      onLost();
    };
  }

  hold({ bytes, cols }: Pixels, from: number, to: number): void {
    const held = this.#held;
    if (held?.bytes.deref() === bytes && held.from === from && held.to === to) return;
    this.#held = { bytes: new WeakRef(bytes), from, to };
    this.#worker.postMessage({ hold: { rows: to - from, cols } } satisfies Asked);
    for (let row = from; row < to; row += SENT_ROWS) {
      const rows = bytes.slice(row * cols, Math.min(to, row + SENT_ROWS) * cols);
      this.#worker.postMessage({ rows } satisfies Asked, [rows.buffer]);
    }
  }

  ask: AskSlice = (work, given) =>
    new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#owed.set(id, { resolve, reject });
      this.#worker.postMessage({ id, work, given } satisfies Asked);
    });

  end(): void {
    this.#worker.terminate();
    for (const { reject } of this.#owed.values()) reject(new HelpersLost());
  }
}

/**
 * Workers of this worker that share the rows of many images with it, one for each further core, started when they are first
 * needed. Once one is lost (no memory, no workers within workers) all are given up for good: whoever waits gets HelpersLost,
 * and there are none from then on.
 */
export class Crew implements Helpers {
  #helpers: Helper[] = [];
  readonly #spawn: () => Worker;
  #size: number;
  #restsUntil = 0;

  /**
   * @param size how many there may be
   * @param spawn tests give it workers of their own
   */
  constructor(size = Math.min(MOST, (navigator.hardwareConcurrency || 1) - 1), spawn = spawnHelper) {
    this.#spawn = spawn;
    this.#size = typeof Worker === 'undefined' ? 0 : size;
  }

  get count(): number {
    return performance.now() < this.#restsUntil ? 0 : this.#size;
  }

  tooSlow(): void {
    this.#restsUntil = performance.now() + REST_MS;
  }

  /** Starts those that are to come, that they be there when they are needed. */
  start(): void {
    for (let h = 0; h < this.#size; h++) this.#helper(h);
  }

  hold(h: number, X: Pixels, from: number, to: number): AskSlice {
    const helper = this.#helper(h);
    helper.hold(X, from, to);
    return helper.ask;
  }

  #helper(h: number): Helper {
    this.#helpers[h] ??= new Helper(this.#spawn(), () => this.#giveUp());
    return this.#helpers[h];
  }

  #giveUp(): void {
    this.#size = 0;
    this.dispose();
  }

  dispose(): void {
    for (const helper of this.#helpers.splice(0)) helper.end();
  }
}
