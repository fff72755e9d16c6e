/** A fit works so long before it lets messages in. */
const SLICE_MS = 30;

/**
 * Lets the messages that wait be handled. A message of our own queues up behind them; a timer would be held back to 4 ms
 * and more.
 */
function breathe(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The clock of work that goes on in slices. */
export class Slice {
  #ends = performance.now() + SLICE_MS;

  isOver(): boolean {
    return performance.now() >= this.#ends;
  }

  /** Lets messages in and begins the next slice. */
  async next(): Promise<void> {
    await breathe();
    this.#ends = performance.now() + SLICE_MS;
  }
}

/**
 * Drives a generator to its end in slices; where it yields a promise, it goes on when that is kept.
 * @param taken gets what it yields
 * @param check called after each breath; what it throws ends the generator
 */
export async function inSlices<Y, R>(
  steps: Generator<Y, R, void>,
  slice: Slice,
  taken: (value: Exclude<Y, Promise<unknown>>) => void,
  check: () => void,
): Promise<R> {
  try {
    for (;;) {
      const next = steps.next();
      if (next.done) return next.value;
      if (next.value instanceof Promise) {
        await next.value;
        check();
        continue;
      }
      taken(next.value as Exclude<Y, Promise<unknown>>);
      if (slice.isOver()) {
        await slice.next();
        check();
      }
    }
  } finally {
    steps.return(undefined as R);
  }
}
