import { create } from 'zustand';
import { isLayout, type LayoutId, projectionSpec } from '../engine/projections/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import { RecipeError } from '../engine/types.ts';
import type { LayoutAsk, Loaded } from '../worker/api.ts';
import { dataKey } from '../worker/data-key.ts';
import { Cancelled } from '../worker/errors.ts';
import { layOut } from '../worker/layouts.ts';
import { type HeldLayout, LayoutGate } from './layout-gate.ts';
import { useRecipe } from './recipe.ts';
import { useRun } from './run.ts';
import { useView } from './view.ts';

/** Places that a layout has found, or has found so far. */
export interface Placed {
  /** Equal for the same layout of the same data. */
  readonly key: string;
  readonly dataKey: string;
  readonly id: LayoutId;
  /** n places within ±1: x and y of each row in turn. */
  readonly places: Float64Array;
  /** The rows that were laid out, where the rest is placed by them; null: all, or not known yet. */
  readonly sample: Int32Array | null;
}

export interface LayoutState {
  /** Of the layout that is looked at. 'held': it would take so long that somebody has to say so first. */
  readonly status: 'none' | 'held' | 'running' | 'done' | 'failed' | 'cancelled';
  /** What a layout that is held would take. */
  readonly held: HeldLayout | null;
  /** 0…1 of its work. */
  readonly share: number;
  /** Seconds that it will take from here, by what it has taken; null: nobody can say yet. */
  readonly left: number | null;
  readonly problem: string | null;
  /** What there is to see of it; null before its start is known. */
  readonly placed: Placed | null;
  /** Ends the work; the places so far stay. */
  cancel(): void;
  /** Once more, after a cancel or a failure. */
  retry(): void;
  /** Starts what is held. */
  runAnyway(): void;
}

const NOTHING = { status: 'none', held: null, share: 0, left: null, problem: null, placed: null } as const;

export const createLayoutStore = () =>
  create<LayoutState>()(() => ({ ...NOTHING, cancel: () => {}, retry: () => {}, runAnyway: () => {} }));

/** Written by `startLayouts` alone. */
export const useLayout = createLayoutStore();

export interface LayoutStores {
  readonly layout: typeof useLayout;
  readonly view: typeof useView;
  readonly run: typeof useRun;
  readonly recipe: typeof useRecipe;
}

type Looked = ReturnType<LayoutStores['view']['getState']>;

/** Whether the layout that is looked at has other parameters now. */
const isOther = (now: Looked, before: Looked) =>
  isLayout(now.projection) && now.layoutParams[now.projection] !== before.layoutParams[now.projection];

/** After so many seconds, and so much of the work, the pace of a layout is known. */
const SETTLED_FOR = 3;
const SETTLED_BY = 0.02;

/** Layouts that are kept, so that going back to one is immediate. */
const KEPT = 8;

interface Wanted {
  readonly key: string;
  readonly data: Loaded;
  readonly ask: LayoutAsk;
}

/**
 * Lays out the picture's data whenever the view asks for it. A layout goes on while other views of the same data are looked
 * at; other data, or another layout, ends it.
 * @returns ends what is under way
 */
export function startLayouts(
  stores: LayoutStores = { layout: useLayout, view: useView, run: useRun, recipe: useRecipe },
  work: typeof layOut = layOut,
): () => void {
  const layouts = new Layouts(stores, work);
  const stops = [
    stores.view.subscribe((now, before) => {
      if (now.projection !== before.projection || now.laidOut !== before.laidOut || isOther(now, before))
        layouts.look();
    }),
    stores.run.subscribe((now, before) => {
      if (now.data !== before.data || now.shown !== before.shown) layouts.look();
    }),
  ];
  stores.layout.setState({
    cancel: () => layouts.cancel(),
    retry: () => layouts.retry(),
    runAnyway: () => layouts.runAnyway(),
  });
  layouts.look();
  return () => {
    for (const stop of stops) stop();
    layouts.end();
  };
}

class Layouts {
  readonly #stores: LayoutStores;
  readonly #work: typeof layOut;
  readonly #kept = new Map<string, Placed>();
  readonly #gate = new LayoutGate();
  #running: (Wanted & { readonly controller: AbortController }) | null = null;
  /** What was given up, or failed: it starts again only when somebody says so. */
  #ended: string | null = null;

  constructor(stores: LayoutStores, work: typeof layOut) {
    this.#stores = stores;
    this.#work = work;
  }

  look(): void {
    const wanted = this.#wanted();
    const running = this.#running;
    const { layout, run } = this.#stores;
    if (running && (wanted ? running.key !== wanted.key : running.data.key !== run.getState().data?.key)) this.end();
    if (wanted?.key !== this.#ended) this.#ended = null;
    const kept = wanted && this.#kept.get(wanted.key);
    if (kept) layout.setState({ ...NOTHING, status: 'done', share: 1, placed: kept });
    else if (wanted && this.#ended !== wanted.key) this.#goUnlessHeld(wanted);
    else if (!wanted) layout.setState(NOTHING);
  }

  runAnyway(): void {
    const wanted = this.#wanted();
    const { held } = this.#stores.layout.getState();
    if (!wanted || !held) return;
    this.#gate.allow(wanted.data.key, wanted.ask.id, held);
    this.look();
  }

  cancel(): void {
    this.#ended = this.#running?.key ?? null;
    this.end();
    this.#stores.layout.setState({ status: 'cancelled' });
  }

  retry(): void {
    this.#ended = null;
    this.look();
  }

  end(): void {
    this.#running?.controller.abort(new Cancelled());
    this.#running = null;
  }

  /** The layout that the view shows of the picture's data; null where it shows none. */
  #wanted(): Wanted | null {
    const { projection, laidOut, layoutParams } = this.#stores.view.getState();
    const { data } = this.#stores.run.getState();
    if (!isLayout(projection) || !data) return null;
    const all = data.X.rows;
    const rows = laidOut === 'all' ? all : Math.min(all, projectionSpec(projection)!.rows!);
    const params = layoutParams[projection] ?? {};
    const own = Object.keys(params).length > 0 ? ` ${JSON.stringify(params)}` : '';
    return { key: `${projection} ${rows}${own} ${data.key}`, data, ask: { id: projection, params, rows } };
  }

  /** How the data is made: the recipe of a run has its seed pinned, and makes the very same rows. */
  #recipeOf({ key }: Loaded): Recipe | undefined {
    const { run, recipe } = this.#stores;
    return [run.getState().shown?.recipe, recipe.getState().recipe].find((own) => own && dataKey(own) === key);
  }

  #goUnlessHeld(wanted: Wanted): void {
    const held = this.#gate.hold(wanted.data.key, wanted.ask);
    if (!held) {
      this.#go(wanted);
      return;
    }
    const { layout } = this.#stores;
    const { placed } = layout.getState();
    // What is there of fewer rows may stay while nobody has said yes.
    const isLike = placed?.dataKey === wanted.data.key && placed.id === wanted.ask.id;
    layout.setState({ ...NOTHING, status: 'held', held, placed: isLike ? placed : null });
  }

  #go(wanted: Wanted): void {
    const { layout } = this.#stores;
    const recipe = this.#recipeOf(wanted.data);
    const isUnderWay = this.#running?.key === wanted.key;
    if (!isUnderWay && recipe) void this.#start(wanted, recipe);
    const { placed } = layout.getState();
    const isOwn = placed !== null && placed.key === wanted.key;
    layout.setState({
      status: 'running',
      held: null,
      problem: null,
      ...(!isOwn && { share: 0, left: null, placed: null }),
    });
  }

  async #start(wanted: Wanted, recipe: Recipe): Promise<void> {
    const { key, ask, data } = wanted;
    const { layout } = this.#stores;
    const controller = new AbortController();
    this.#running = { ...wanted, controller };
    const own = { key, dataKey: data.key, id: ask.id };
    const left = timeLeft();
    const show = (state: Partial<LayoutState>) => {
      if (this.#wanted()?.key === key) layout.setState(state);
    };
    try {
      const { places, sample } = await this.#work(recipe, ask, {
        signal: controller.signal,
        onLayout: ({ share, places }) =>
          show({ share, left: left(share), ...(places && { placed: { ...own, places, sample: null } }) }),
      });
      // Another may have been started before this one's end was heard.
      if (this.#running?.controller === controller) this.#running = null;
      this.#keep({ ...own, places, sample });
      show({ status: 'done', share: 1, left: null, placed: this.#kept.get(key)! });
    } catch (error) {
      if (this.#running?.controller !== controller) return;
      this.#running = null;
      this.#ended = key;
      show({ status: 'failed', problem: problemOf(error) });
    }
  }

  #keep(placed: Placed): void {
    this.#kept.set(placed.key, placed);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > KEPT) this.#kept.delete(oldest);
  }
}

/** Settling is even work, unlike what comes before it: begins to say how long it will take once it has gone on for a while. */
export function timeLeft(now: () => number = () => performance.now()): (share: number) => number | null {
  let first: { readonly share: number; readonly time: number } | null = null;
  return (share) => {
    if (share === 0) return null;
    first ??= { share, time: now() };
    const [done, seconds] = [share - first.share, (now() - first.time) / 1000];
    return done >= SETTLED_BY && seconds >= SETTLED_FOR ? (seconds / done) * (1 - share) : null;
  };
}

const problemOf = (error: unknown): string =>
  error instanceof RecipeError ? `${error.field} ${error.problem}` : String((error as Error)?.message ?? error);
