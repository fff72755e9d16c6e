import { releaseProxy, transfer } from 'comlink';
import type { OnProgress } from '../engine/datasets/sources.ts';
import type { Answer, Ask } from '../engine/explore/types.ts';
import type { FitContext, Step } from '../engine/fit.ts';
import { meansSteps, memberSteps } from '../engine/images/members.ts';
import { countClusters } from '../engine/index.ts';
import type { LinearId } from '../engine/projections/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import type { LaidOut, LayoutAsk, LayoutResult, LinearAxes } from '../engine/spec/projection.ts';
import type { Fitted, Frame, Matrix } from '../engine/types.ts';
import type { Loaded, OnFrame, OnLayout, Outcome, Reply, Scored, Scores, WorkerApi } from './api.ts';
import { buffersOf, fresh } from './buffers.ts';
import { type Coming, comingFrom } from './coming.ts';
import { dataKey } from './data-key.ts';
import { Cancelled, HelpersLost } from './errors.ts';
import type { KeptFile } from './files/kept.ts';
import { KeptFit } from './kept-fit.ts';
import { Live } from './live.ts';
import { narrower } from './narrow.ts';
import { runRaced } from './raced.ts';
import { toReply } from './reply.ts';
import { createSweepApi, type SweepTools } from './serve-sweeps.ts';
import { showLayout } from './show-layout.ts';
import { inSlices, Slice } from './slices.ts';
import { Thinned } from './thinned.ts';

export type Data = Omit<Loaded, 'key'>;

/** What the worker needs of the engine; tests give it one of their own. */
export interface Engine {
  /** @throws RecipeError, for a recipe or for data that will not do */
  prepare(recipe: Recipe, onProgress?: OnProgress): Promise<Data>;
  /** Is told of data that will be loaded here and clustered: what that needs may begin. */
  expect?(recipe: Recipe): void;
  /** Is told when it is there. */
  ahead?(data: Data): void;
  /** Takes a file of the user's, for recipes that name it. */
  keep?(file: KeptFile): void;
  fitSteps(
    data: Data,
    recipe: Recipe,
    context: Pick<FitContext, 'wantsFrame'>,
  ): Promise<Generator<Frame | null, Fitted, void>>;
  /** The same on other cores as well, for a run beside which no other goes on; absent where there is nobody to help. */
  helpedSteps?(
    data: Data,
    recipe: Recipe,
    context: Pick<FitContext, 'wantsFrame'>,
  ): Promise<Generator<Step, Fitted, void>>;
  /** Equal for recipes of which one's fit can be cut to be the other's; null where there is nothing to cut. */
  fitKey(recipe: Recipe): string | null;
  /** The rest of a fit of which the part that takes long is in `fitted`, from a recipe of the same key. */
  cutSteps(
    data: Data,
    recipe: Recipe,
    fitted: Fitted,
    context: Pick<FitContext, 'wantsFrame'>,
  ): Promise<Generator<Frame | null, Fitted, void>>;
  project(X: Matrix, id: LinearId): Generator<unknown, LinearAxes, void>;
  layOut(X: Matrix, ask: LayoutAsk, wanted: () => boolean): Promise<Generator<LaidOut, LayoutResult, void>>;
  sweeps(): Promise<SweepTools>;
  /** `X` null: the scores of two labelings alone. */
  scoreSteps(X: Matrix | null, y: Int32Array | null, labels: Int32Array): Generator<unknown, Scores, void>;
  exploreSteps(data: Data, recipe: Recipe, ask: Ask): Promise<Generator<unknown, Answer, void>>;
}

/** A slider that goes back and forth between two sets of features finds both. */
const CACHED = 2;

/** The worker's side of the boundary. Everything it returns is fresh and transferred. */
export function createWorkerApi(engine: Engine): WorkerApi {
  const cache = new Map<string, Coming<Data>>();
  const running = new Map<number, (reason: Cancelled) => void>();
  const kept = new KeptFit(engine);

  function coming(recipe: Recipe): Coming<Data> {
    const key = dataKey(recipe);
    const found = cache.get(key) ?? comingFrom((onProgress) => engine.prepare(recipe, onProgress));
    cache.delete(key);
    cache.set(key, found);
    found.data.catch(() => cache.delete(key));
    for (const oldest of cache.keys()) if (cache.size > CACHED) cache.delete(oldest);
    return found;
  }
  const prepared = (recipe: Recipe): Promise<Data> => coming(recipe).data;

  /** Runs what can be cancelled by its id. The answer comes at once, also while data is on its way. */
  async function cancellable<T>(runId: number, work: (check: () => void) => Promise<T>): Promise<Reply<T>> {
    let reason: Cancelled | null = null;
    const cancelled = new Promise<never>((_, reject) => {
      running.set(runId, (given) => {
        reason = given;
        reject(given);
      });
    });
    const check = () => {
      if (reason) throw reason;
    };
    const reply = await toReply(() => Promise.race([work(check), cancelled]));
    running.delete(runId);
    return reply;
  }

  const sweeps = createSweepApi({
    tools: engine.sweeps,
    prepared,
    answer: async (runId, work) => transferred(await cancellable(runId, work)),
  });

  return {
    ...sweeps,

    ready: () => ({ ok: true, value: null }),

    keep(file) {
      engine.keep?.(file);
      return { ok: true, value: null };
    },

    async load(runId, recipe, onProgress, isToRun = false) {
      if (isToRun) engine.expect?.(recipe);
      let unhear = () => {};
      const reply = await cancellable(runId, async () => {
        // The load goes on after a cancel, for the next who asks.
        const awaited = coming(recipe);
        if (onProgress) unhear = awaited.hear(seldom(onProgress));
        const data = await awaited.data;
        const copy = { key: dataKey(recipe), ...fresh(data) };
        if (isToRun) engine.ahead?.(data);
        return copy;
      });
      unhear();
      release(onProgress ?? null);
      return transferred(reply);
    },

    project: async (recipe, id) =>
      transferred(
        await toReply(async () => {
          const { X } = await prepared(recipe);
          const axes = await inSlices(engine.project(X, id), new Slice(), nothing, nothing);
          return { id, dataKey: dataKey(recipe), ...axes };
        }),
      ),

    async layOut(runId, recipe, ask, onLayout) {
      const reply = await cancellable(runId, async (check) => {
        const { X } = await prepared(recipe);
        check();
        const { wanted, show } = showLayout(onLayout);
        const steps = await engine.layOut(X, ask, wanted);
        return { dataKey: dataKey(recipe), ask, ...(await inSlices(steps, new Slice(), show, check)) };
      });
      release(onLayout);
      return transferred(reply);
    },

    async run(runId, recipe, onFrame, maxFrames) {
      const reply = await cancellable(runId, async (check) => {
        const data = await prepared(recipe);
        check();
        const start = () =>
          runFit(kept, data, recipe, { onFrame, timeline: onFrame && new Thinned(maxFrames), isAlone: true }, check);
        return start().catch((error: unknown) => {
          // Then there are none any more, and the fit does without.
          if (error instanceof HelpersLost) return start();
          throw error;
        });
      });
      release(onFrame);
      return transferred(reply);
    },

    runScored: async (runId, recipe, maxFrames) =>
      transferred(
        await cancellable(runId, async (check): Promise<Scored> => {
          const data = await prepared(recipe);
          check();
          const timeline = maxFrames > 0 ? new Thinned(maxFrames) : null;
          const outcome = await runFit(kept, data, recipe, { onFrame: null, timeline, isAlone: false }, check);
          const steps = engine.scoreSteps(data.X, data.table.y, outcome.labels);
          return { outcome, scores: await inSlices(steps, new Slice(), nothing, check) };
        }),
      ),

    score: async (runId, recipe, labels) =>
      transferred(
        await cancellable(runId, async (check) => {
          const { X, table } = await prepared(recipe);
          check();
          return inSlices(engine.scoreSteps(X, table.y, labels), new Slice(), nothing, check);
        }),
      ),

    scoreAgainst: async (runId, labelsTrue, labels) =>
      cancellable(runId, async (check) => {
        const scored = inSlices(engine.scoreSteps(null, labelsTrue, labels), new Slice(), nothing, check);
        return (await scored).metrics;
      }),

    async race(runId, recipe, onFrame, onProgress, maxFrames) {
      let unhear = () => {};
      const reply = await cancellable(runId, async (check): Promise<Scored> => {
        const awaited = coming(recipe);
        unhear = awaited.hear(seldom(onProgress));
        const data = await awaited.data;
        check();
        const steps = (context: Pick<FitContext, 'wantsFrame'>) => engine.fitSteps(data, recipe, context);
        const outcome = await runRaced(steps, data, recipe, { onFrame, maxFrames }, check);
        const scores = engine.scoreSteps(data.X, data.table.y, outcome.labels);
        return { outcome, scores: await inSlices(scores, new Slice(), nothing, check) };
      });
      unhear();
      release(onFrame);
      release(onProgress);
      return transferred(reply);
    },

    members: async (recipe, rows, center) =>
      transferred(
        await toReply(async () => {
          const { X } = await prepared(recipe);
          return inSlices(memberSteps(X, rows, center), new Slice(), nothing, nothing);
        }),
      ),

    means: async (recipe, labels, count) =>
      transferred(
        await toReply(async () => {
          const { X } = await prepared(recipe);
          return inSlices(meansSteps(X, labels, count), new Slice(), nothing, nothing);
        }),
      ),

    explore: async (runId, recipe, ask) =>
      transferred(
        await cancellable(runId, async (check) => {
          const data = await prepared(recipe);
          check();
          return inSlices(await engine.exploreSteps(data, recipe, ask), new Slice(), nothing, check);
        }),
      ),

    cancel: (runId) => running.get(runId)?.(new Cancelled()),
  };
}

async function runFit(
  kept: KeptFit,
  data: Data,
  recipe: Recipe,
  { onFrame, timeline, isAlone }: { onFrame: OnFrame | null; timeline: Thinned | null; isAlone: boolean },
  check: () => void,
): Promise<Outcome> {
  const live = onFrame && new Live(onFrame);
  let slice = new Slice();
  const watched = () => (live?.isFree ?? false) && slice.isOver();
  const wantsFrame = (last?: boolean) => {
    const kept = timeline?.wants(last) ?? false;
    return kept || watched();
  };
  const narrow = narrower();
  const take = (made: Frame | null) => {
    if (!made) return;
    const frame = narrow(made);
    timeline?.add(frame);
    // A fit that ends within its first slice has sent none: the page gets them all with the outcome.
    if (watched()) live?.send(frame);
  };
  const steps = await kept.steps(data, recipe, { wantsFrame }, isAlone);
  // The first fit of its kind has waited for its code; that is not its own time.
  slice = new Slice();
  const started = performance.now();
  const fitted = await inSlices(steps, slice, take, check);
  const seconds = (performance.now() - started) / 1000;
  kept.keep(recipe, fitted);
  return {
    ...fitted,
    recipe,
    dataKey: dataKey(recipe),
    ...countClusters(fitted.labels),
    seconds,
    frames: timeline?.frames() ?? [],
  };
}

const nothing = () => {};

const transferred = <T>(reply: Reply<T>): Reply<T> => transfer(reply, buffersOf(reply));

/** Passes on what has come at most every 50 ms, and that all has. */
function seldom(onProgress: OnProgress): OnProgress {
  let last = 0;
  return (loaded, total) => {
    const now = performance.now();
    if (now - last < 50 && loaded < total) return;
    last = now;
    onProgress(loaded, total);
  };
}

/** Closes the message port of a callback that came through comlink; a plain function has none. */
function release(callback: OnFrame | OnProgress | OnLayout | null): void {
  (callback as { [releaseProxy]?: () => void } | null)?.[releaseProxy]?.();
}
