import type { Recipe } from '../engine/recipe.ts';
import type { Cell } from '../engine/spec/cell.ts';
import type { Sweep } from '../engine/spec/sweep.ts';
import type { Sweeper } from '../engine/sweep/tools.ts';
import type { Agreement, DoneCell, Labels, Reply, SweepApi } from './api.ts';
import type { Data } from './serve.ts';
import { inSlices, Slice } from './slices.ts';

/** What sweeps need of the engine; loaded when the first of them is asked for. */
export interface SweepTools {
  createSweeper(data: Data, sweep: Sweep): Promise<Sweeper>;
  jointSilhouettes(
    X: Data['X'],
    labelings: readonly Int32Array[],
    part: number,
    parts: number,
  ): Generator<unknown, Float64Array, void>;
  agreementSteps(repeats: readonly Labels[], own: Labels): Generator<unknown, Agreement, void>;
  kDistances(X: Data['X'], metric: string, p: number, k: number): Generator<unknown, Float64Array, void>;
  estimateBandwidth(X: Data['X'], quantile: number): Generator<unknown, number, void>;
}

type Check = () => void;

/** What the rest of the worker lends. */
export interface SweepHost {
  readonly tools: () => Promise<SweepTools>;
  prepared(recipe: Recipe): Promise<Data>;
  /** Runs what can be cancelled by its id, and hands its arrays over. */
  answer<T>(runId: number, work: (check: Check) => Promise<T>): Promise<Reply<T>>;
}

const nothing = () => {};

/** The worker's side of sweeps. It keeps the last sweep, with all that its cells share. */
export function createSweepApi({ tools, prepared, answer }: SweepHost): SweepApi {
  let kept: { readonly key: string; readonly sweeper: Promise<Sweeper> } | null = null;

  function sweeperOf(sweep: Sweep): Promise<Sweeper> {
    const key = JSON.stringify(sweep);
    if (kept?.key !== key) {
      const make = async () => (await tools()).createSweeper(await prepared(sweep.recipe), sweep);
      const sweeper = make();
      const own = { key, sweeper };
      kept = own;
      sweeper.catch(() => {
        if (kept === own) kept = null;
      });
    }
    return kept.sweeper;
  }

  return {
    sweep: (runId, sweep, at, milliseconds) =>
      answer(runId, async (check) => {
        const sweeper = await sweeperOf(sweep);
        check();
        const slice = new Slice();
        const ends = performance.now() + milliseconds;
        const done: DoneCell[] = [];
        for (const place of at) {
          const cell: Cell = await inSlices(sweeper.run(sweeper.tasks[place]!), slice, nothing, check);
          done.push({ at: place, cell });
          if (performance.now() >= ends) break;
        }
        return done;
      }),

    silhouettes: (runId, recipe, labelings, part, parts) =>
      answer(runId, async (check) => {
        const [{ jointSilhouettes }, { X }] = await Promise.all([tools(), prepared(recipe)]);
        const wide = labelings.map((labels) => Int32Array.from(labels));
        return inSlices(jointSilhouettes(X, wide, part, parts), new Slice(), nothing, check);
      }),

    agree: (runId, repeats, own) =>
      answer(runId, async (check) => {
        const { agreementSteps } = await tools();
        return inSlices(agreementSteps(repeats, own), new Slice(), nothing, check);
      }),

    kDistances: (runId, recipe, metric, p, k) =>
      answer(runId, async (check) => {
        const [{ kDistances }, { X }] = await Promise.all([tools(), prepared(recipe)]);
        return inSlices(kDistances(X, metric, p, k), new Slice(), nothing, check);
      }),

    bandwidths: (runId, recipe, quantiles) =>
      answer(runId, async (check) => {
        const [{ estimateBandwidth }, { X }] = await Promise.all([tools(), prepared(recipe)]);
        const found: number[] = [];
        for (const quantile of quantiles) {
          found.push(await inSlices(estimateBandwidth(X, quantile), new Slice(), nothing, check));
        }
        return Float64Array.from(found);
      }),
  };
}
