import type { Recipe } from '../engine/recipe.ts';
import type { Loaded, Outcome, Projected } from '../worker/api.ts';
import { type Client, createClient } from '../worker/client.ts';
import { dataKey } from '../worker/data-key.ts';
import { Cancelled, Superseded, type WorkerLost } from '../worker/errors.ts';
import { Thinned } from '../worker/thinned.ts';
import { holdBack, later } from './after-paint.ts';
import { Axes } from './axes.ts';
import { type Pinned, pinSeed } from './dataset.ts';
import { Gate, type Held } from './gate.ts';
import { type Arrived, Picture, type PictureStores } from './picture.ts';
import { problemOf } from './problem-of.ts';
import { useRecipe } from './recipe.ts';
import { useRun } from './run.ts';
import { Scoring } from './scoring.ts';
import { Telling } from './telling.ts';
import { useTimeline } from './timeline.ts';
import { useView } from './view.ts';

export interface SessionStores extends PictureStores {
  readonly recipe: typeof useRecipe;
}

const pageStores: SessionStores = { recipe: useRecipe, run: useRun, timeline: useTimeline, view: useView };

export interface SessionOptions {
  readonly stores?: SessionStores;
  readonly gate?: Gate;
  readonly connect?: (onReplaced: (error: WorkerLost) => void) => Client;
  /** Resolves when the page has drawn: only then does it take another frame. */
  readonly nextPaint?: () => Promise<unknown>;
  /** Resolves when words and panels follow a picture: during a drag, seldom. */
  readonly words?: () => Promise<unknown>;
}

/** While a slider is dragged a run's first and last frame will do: each costs time that the next picture needs. All come when the hand lets go. */
export const DRAG_FRAMES = 2;

/** Scores that take longer than this wait, during a drag, until the hand has rested: they would take the fit's core. */
const QUICK_SCORES_MS = 20;
const REST_MS = 150;
/** Frames on the way of a run that ends that soon would, during a drag, cost more pictures than they show. */
const QUIET_MS = 150;
/** Without another step of the drag for so long, words and panels follow. */
const PAUSE_MS = 60;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const nextAnimationFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const nextWords = () => new Promise<void>((resolve) => later(resolve));

/**
 * Runs the recipe whenever it changes, and puts into the stores what comes of it. A recipe that fails leaves the last good
 * picture.
 * @returns ends the session and its workers
 */
export function startSession({
  stores = pageStores,
  gate = new Gate(),
  connect = (onReplaced) => createClient({ onReplaced }),
  nextPaint = nextAnimationFrame,
  words = nextWords,
}: SessionOptions = {}): () => void {
  const client = connect((error) => {
    gate.workerLost();
    stores.run.setState({ notice: error.message });
  });
  const session = new Session(client, stores, gate, { nextPaint, words });
  const stops = [
    stores.recipe.subscribe((state, before) => {
      if (state.recipe !== before.recipe) void session.run(state.recipe, state.change.gesture === 'drag');
    }),
    stores.view.subscribe((state, before) => {
      if (state.projection !== before.projection) session.lookForAxes();
    }),
  ];
  stores.run.setState({
    cancel: () => session.cancel(),
    runAnyway: () => session.runAnyway(),
    retry: () => void session.run(stores.recipe.getState().recipe),
    members: (rows, center) => client.members(session.pictured(), rows, center),
    means: (labels, count) => client.means(session.pictured(), labels, count),
  });
  void session.run(stores.recipe.getState().recipe);
  return () => {
    for (const stop of stops) stop();
    session.cancel();
    client.dispose();
  };
}

class Session {
  readonly #client: Client;
  readonly #stores: SessionStores;
  readonly #gate: Gate;
  readonly #nextPaint: () => Promise<unknown>;
  readonly #words: () => Promise<unknown>;
  readonly #picture: Picture;
  readonly #tell: Telling;
  readonly #axes: Axes;
  readonly #scoring: Scoring;
  /** The newest run: what an older one says is not the status any more. */
  #newest = new AbortController();
  /** The run that has no data yet: word of its bytes takes another way than the data, and may come after it. */
  #awaiting: AbortController | null = null;
  #pinned: Pinned | null = null;
  /** The data that came last, and that of the picture. */
  #arrived: Arrived | null = null;
  #pictured: Arrived | null = null;

  constructor(
    client: Client,
    stores: SessionStores,
    gate: Gate,
    { nextPaint, words }: Required<Pick<SessionOptions, 'nextPaint' | 'words'>>,
  ) {
    this.#client = client;
    this.#stores = stores;
    this.#gate = gate;
    this.#nextPaint = nextPaint;
    this.#words = words;
    this.#picture = new Picture(stores);
    this.#tell = new Telling(stores.run);
    this.#scoring = new Scoring(client, stores.run, this.#tell);
    this.#axes = new Axes(client, (projected) => this.#axesCame(projected));
  }

  /** @param isDrag the next value is on its way: few frames will do */
  async run(asked: Recipe, isDrag = false): Promise<void> {
    holdBack(isDrag ? Number.POSITIVE_INFINITY : 0);
    this.#pinned = pinSeed(asked, this.#pinned);
    const { recipe } = this.#pinned;
    this.#stores.run.setState({ asked: recipe });
    const controller = new AbortController();
    const before = this.#newest;
    this.#newest = controller;
    this.#awaiting = null;
    const isNewest = () => this.#newest === controller;

    let arrived = this.#arrivedFor(recipe);
    const held = this.#gate.hold(recipe);
    if (held) {
      holdBack(0);
      before.abort(new Superseded());
      return this.#hold(held, controller);
    }
    this.#stores.run.setState({ status: arrived ? 'running' : 'loading', error: null, held: null, progress: null });
    if (!arrived) this.#awaiting = controller;
    const onData = (data: Loaded) => {
      arrived = { recipe, data };
      this.#dataCame(arrived, isNewest());
    };
    const timeline = new Thinned();
    const quiet = performance.now() + QUIET_MS;
    try {
      const outcome = await this.#client.run(recipe, {
        onData: arrived ? undefined : onData,
        onProgress: this.#progressOf(controller),
        onFrame: (frame) => {
          if (isDrag && performance.now() < quiet) return this.#nextPaint().then(() => {});
          timeline.wants();
          timeline.add(frame);
          if (arrived) this.#pictureOf(arrived, (axes, from) => this.#picture.follow(from, axes, timeline.frames()));
          return this.#nextPaint().then(() => {});
        },
        ...(isDrag && { maxFrames: DRAG_FRAMES }),
        signal: controller.signal,
      });
      this.#gate.ended(recipe);
      if (arrived) this.#outcomeCame(arrived, outcome, isNewest(), isDrag);
    } catch (error) {
      if (isNewest()) this.#failed(error);
    }
  }

  /** The recipe whose data the picture is of. @throws where there is no picture yet */
  pictured(): Recipe {
    if (!this.#pictured) throw new Error('There is no picture yet.');
    return this.#pictured.recipe;
  }

  runAnyway(): void {
    const { held } = this.#stores.run.getState();
    if (!held) return;
    this.#gate.allow(held);
    void this.run(this.#stores.recipe.getState().recipe);
  }

  cancel(): void {
    this.#newest.abort(new Cancelled());
  }

  /** Asks for the axes of the picture's data, if they are looked at and not there. */
  lookForAxes(): void {
    if (this.#pictured) this.#project(this.#pictured);
  }

  /** Shows the points of a run that waits for a word, and what it waits for. */
  async #hold(held: Held, controller: AbortController): Promise<void> {
    const { recipe } = held;
    const { run } = this.#stores;
    this.#tell.picture(() => this.#picture.restore());
    run.setState({ status: 'held', error: null, held, progress: null });
    if (this.#arrivedFor(recipe)) return;
    this.#awaiting = controller;
    try {
      const data = await this.#client.load(recipe, {
        signal: controller.signal,
        onProgress: this.#progressOf(controller),
      });
      if (this.#newest !== controller) return;
      this.#awaiting = null;
      run.setState({ progress: null });
      const arrived = { recipe, data };
      this.#arrived = arrived;
      this.#project(arrived);
      this.#pictureOf(arrived, (axes, from) => this.#picture.open(from, axes));
    } catch (error) {
      if (this.#newest !== controller) return;
      run.setState({ held: null });
      this.#failed(error);
    }
  }

  /** Bytes of the newest run's data alone are told of, until it is there. */
  #progressOf(controller: AbortController) {
    return (loaded: number, total: number) => {
      if (this.#awaiting === controller) this.#stores.run.setState({ progress: { loaded, total } });
    };
  }

  /** The data that came last, if it is that of this recipe too. */
  #arrivedFor(recipe: Recipe): Arrived | null {
    const data = this.#arrived?.data;
    return data?.key === dataKey(recipe) ? { recipe, data } : null;
  }

  #dataCame(arrived: Arrived, isNewest: boolean): void {
    this.#arrived = arrived;
    if (isNewest) {
      this.#awaiting = null;
      this.#stores.run.setState({ status: 'running', progress: null });
    }
    // Asked for before the fit begins, so that they are there when it ends.
    this.#project(arrived);
    if (!this.#pictured) this.#pictureOf(arrived, (axes, from) => this.#picture.open(from, axes));
  }

  #outcomeCame(arrived: Arrived, outcome: Outcome, isNewest: boolean, isDrag: boolean): void {
    this.#scoring.giveUp();
    // What was said of a run before, of a worker that was lost, is over.
    if (isNewest) this.#stores.run.setState({ notice: null });
    this.#pictureOf(arrived, (axes, from) => this.#picture.show(from, axes, outcome, isNewest));
    this.lookForAxes();
    if (!isNewest) return;
    this.#stores.run.setState({ status: 'done' });
    if (isDrag) holdBack(PAUSE_MS);
    // The picture first: two workers and the painting would share the cores, and a slider may pass this run by.
    const whileDragged = () => (this.#scoring.ms > QUICK_SCORES_MS ? wait(REST_MS) : this.#words());
    const rest = isDrag ? whileDragged() : this.#nextPaint();
    void rest.then(() => {
      if (this.#stores.run.getState().shown === outcome) void this.#scoring.score(outcome);
    });
  }

  #failed(error: unknown): void {
    holdBack(0);
    this.#awaiting = null;
    const status = error instanceof Cancelled ? 'cancelled' : 'failed';
    this.#stores.run.setState({ status, error: status === 'failed' ? problemOf(error) : null, progress: null });
    this.#tell.picture(() => this.#picture.restore());
    // What stays may be a run that was passed by, for which nobody asked for scores.
    const { shown } = this.#stores.run.getState();
    if (shown) void this.#scoring.score(shown);
  }

  #pictureOf(arrived: Arrived, draw: (axes: Projected | null, from: Arrived) => void): void {
    this.#pictured = arrived;
    this.#tell.picture(() => draw(this.#axes.value, arrived));
  }

  /** Asks for the axes along which this data is looked at, if it is along any. */
  #project(arrived: Arrived): void {
    const id = this.#picture.axesOf(arrived);
    if (id) void this.#axes.ask(arrived, id);
  }

  #axesCame(projected: Projected): void {
    const { run } = this.#stores;
    this.#tell.anything(() => run.getState().data?.key === projected.dataKey && run.setState({ projected }));
  }
}
