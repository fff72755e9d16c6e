import type { Pause } from '../engine/fit.ts';
import type { Helpers } from '../engine/kernels/helpers.ts';
import { isWorthSplitting, splitRows } from '../engine/kernels/slices.ts';
import { isPackable } from '../engine/kernels/sparse.ts';
import { isPixels } from '../engine/pixels.ts';
import type { LinearSteps } from '../engine/projections/linear.ts';
import type { LinearAxes } from '../engine/spec/projection.ts';
import type { Matrix } from '../engine/types.ts';
import { inSlices, Slice } from './slices.ts';

const nothing = () => {};

/** Who of a worker has its helpers when: rows are packed as soon as they are there, and a fit does not contend with an axis for them. */
export class Sharing {
  readonly #helpers: Helpers;
  #packing: Promise<unknown> = Promise.resolve();
  #projecting: Promise<unknown> = Promise.resolve();

  constructor(helpers: Helpers) {
    this.#helpers = helpers;
  }

  /** Packs rows that will be asked for, here and with the helpers; what is asked meanwhile waits until they are. */
  pack(X: Matrix): void {
    if (!isPixels(X) || !isPackable(X) || !isWorthSplitting(X, this.#helpers)) return;
    // What fails will fail again for whoever asks.
    this.#packing = inSlices(splitRows(X, this.#helpers), new Slice(), nothing, nothing).catch(nothing);
  }

  /** The axes of a linear projection; a fit that is asked for meanwhile waits for them, as steps would for a helper at its products. */
  *project(X: Matrix, steps: LinearSteps): Generator<Pause, LinearAxes, void> {
    yield this.#packing;
    let done = nothing;
    if (isPixels(X) && isWorthSplitting(X, this.#helpers)) {
      this.#projecting = new Promise<void>((resolve) => {
        done = resolve;
      });
    }
    try {
      return yield* steps(X, this.#helpers);
    } finally {
      done();
    }
  }

  /** Resolves when a fit may begin. */
  async ready(): Promise<Helpers> {
    await this.#packing;
    await this.#projecting;
    return this.#helpers;
  }
}
