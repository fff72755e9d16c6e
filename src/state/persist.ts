import type { CompareState } from './compare/store.ts';
import type { DrawState } from './draw.ts';
import type { ExploreState } from './explore/store.ts';
import type { FilesState } from './files/store.ts';
import type { ImagesState } from './images/store.ts';
import type { LayoutState } from './layouts.ts';
import type { ProblemsState } from './problems.ts';
import type { RecipeState } from './recipe.ts';
import type { RunState } from './run.ts';
import { type TimelineState, useTimeline } from './timeline.ts';
import type { SweepRunState } from './tune/runs.ts';
import type { TuneState } from './tune/store.ts';
import { THEMES, type Theme, useView, type ViewState } from './view.ts';

export type Keeping = 'url' | 'local' | 'database' | 'none';

/** The keys of a store that hold state; the others are what it does. */
type DataKeys<S> = { [K in keyof S]: S[K] extends (...args: never[]) => unknown ? never : K }[keyof S];
type Table<S> = Readonly<Record<DataKeys<S>, Keeping>>;

/**
 * Where every piece of state is kept: in the address, so that a link opens it; in this browser, or in its database; or nowhere. A key that is
 * missing here does not compile.
 */
export const keeping = {
  recipe: { recipe: 'url', change: 'none' },
  run: {
    asked: 'none',
    status: 'none',
    error: 'none',
    held: 'none',
    notice: 'none',
    progress: 'none',
    data: 'none',
    projected: 'none',
    shown: 'none',
    scores: 'none',
    previousScores: 'none',
    colors: 'none',
    framed: 'none',
  },
  timeline: { frames: 'none', index: 'url', playing: 'none', armed: 'none', awaited: 'none', speed: 'local' },
  view: {
    lab: 'url',
    choice: 'url',
    theme: 'local',
    projection: 'none',
    colorBy: 'none',
    shapeBy: 'none',
    space: 'none',
    laidOut: 'none',
    layoutParams: 'none',
    selection: 'none',
    hovered: 'none',
    viewed: 'none',
    awaited: 'none',
  },
  problems: { problems: 'none' },
  layout: { status: 'none', held: 'none', share: 'none', left: 'none', problem: 'none', placed: 'none' },
  explore: { section: 'url', columns: 'url', coefficient: 'url', outliers: 'url', change: 'none' },
  draw: { drawing: 'none' },
  files: { files: 'database', offer: 'none', kept: 'none' },
  compare: { section: 'url', chosen: 'url', pair: 'url', change: 'none', sorting: 'none', ranked: 'none' },
  images: { cluster: 'url', race: 'url', change: 'none' },
  tune: { choice: 'url', text: 'none', unread: 'none', change: 'none', walk: 'none' },
  sweepRun: {
    status: 'none',
    sweep: 'none',
    tasks: 'none',
    cells: 'none',
    done: 'none',
    left: 'none',
    estimate: 'none',
    problem: 'none',
    agreements: 'none',
  },
} as const satisfies {
  recipe: Table<RecipeState>;
  run: Table<RunState>;
  timeline: Table<TimelineState>;
  view: Table<ViewState>;
  problems: Table<ProblemsState>;
  layout: Table<LayoutState>;
  explore: Table<ExploreState>;
  draw: Table<DrawState>;
  files: Table<FilesState>;
  compare: Table<CompareState>;
  images: Table<ImagesState>;
  tune: Table<TuneState>;
  sweepRun: Table<SweepRunState>;
};

type Kept<S extends keyof typeof keeping, W extends Keeping> = {
  [K in keyof (typeof keeping)[S]]: (typeof keeping)[S][K] extends W ? K & string : never;
}[keyof (typeof keeping)[S]];
type Address<W extends Keeping> = { [S in keyof typeof keeping]: `${S}.${Kept<S, W>}` }[keyof typeof keeping];

/** "view.theme" and the like: what this browser keeps, and what the address spells. */
export type LocalKey = Address<'local'>;
export type UrlKey = Address<'url'>;

interface Keeper {
  get(): unknown;
  /** Takes what was kept, if it makes sense. */
  set(value: unknown): void;
  subscribe(listener: () => void): () => void;
}

export interface LocalStores {
  readonly timeline: typeof useTimeline;
  readonly view: typeof useView;
}

const keepers = ({ timeline, view }: LocalStores): Record<LocalKey, Keeper> => ({
  'timeline.speed': {
    get: () => timeline.getState().speed,
    set: (value) => typeof value === 'number' && timeline.getState().setSpeed(value),
    subscribe: timeline.subscribe,
  },
  'view.theme': {
    get: () => view.getState().theme,
    set: (value) => THEMES.includes(value as Theme) && view.getState().setTheme(value as Theme),
    subscribe: view.subscribe,
  },
});

const PREFIX = 'clusterscope.';

/** This browser's own storage, asked for at each use: where cookies are blocked even its name throws. */
const ownStorage: Pick<Storage, 'getItem' | 'setItem'> = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
};

/**
 * Reads what this browser has kept and keeps what changes from now on. A browser that keeps nothing (private mode, no
 * room) is no reason to fail.
 */
export function keepLocally(
  storage: Pick<Storage, 'getItem' | 'setItem'> = ownStorage,
  stores: LocalStores = { timeline: useTimeline, view: useView },
): () => void {
  const stops = Object.entries(keepers(stores)).map(([key, keeper]) => {
    try {
      const text = storage.getItem(PREFIX + key);
      if (text !== null) keeper.set(JSON.parse(text));
    } catch {
      // Not ours, or not readable: the value stays what it was.
    }
    let last = keeper.get();
    return keeper.subscribe(() => {
      const value = keeper.get();
      if (value === last) return;
      last = value;
      try {
        storage.setItem(PREFIX + key, JSON.stringify(value));
      } catch {
        // No room or no leave: it lasts as long as the page.
      }
    });
  });
  return () => {
    for (const stop of stops) stop();
  };
}
