import { create } from 'zustand';
import type { Recipe } from '../../../engine/recipe.ts';
import { type Frame, RecipeError } from '../../../engine/types.ts';
import type { RaceStart } from '../../../state/images/store.ts';
import { useRecipe } from '../../../state/recipe.ts';
import type { Scored } from '../../../worker/api.ts';
import { createMany, type Many } from '../../../worker/many.ts';
import { raceRecipes, startingFrom } from './recipes.ts';

export interface Lane {
  readonly recipe: Recipe;
  /** 'waiting': for the other's start. 'scoring': the fit has ended. */
  readonly status: 'waiting' | 'loading' | 'running' | 'scoring' | 'done' | 'failed' | 'cancelled';
  readonly progress: { readonly loaded: number; readonly total: number } | null;
  /** As `runRaced` makes them, by time; while it runs those that came so far. */
  readonly marks: readonly Frame[];
  readonly scored: Scored | null;
  readonly problem: string | null;
}

interface RaceState {
  /** K-Means, then Mini-Batch K-Means; null: there is no race. */
  readonly lanes: readonly [Lane, Lane] | null;
  /** Seconds into the race that are looked at; null: as far as it has come. */
  readonly time: number | null;
  readonly playing: boolean;
  /** The cluster whose members are shown. */
  readonly focus: { readonly lane: 0 | 1; readonly cluster: number } | null;
  setTime(time: number | null): void;
}

/** The race. Kept nowhere: a link says that there is one, see `usePicked`. */
export const useRace = create<RaceState>()((set) => ({
  lanes: null,
  time: null,
  playing: false,
  focus: null,
  setTime: (time) => set({ time }),
}));

let workers: Many | null = null;
let current = new AbortController();

const nextPaint = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

function put(lane: 0 | 1, part: Partial<Lane>): void {
  const { lanes } = useRace.getState();
  if (!lanes) return;
  const changed = { ...lanes[lane], ...part };
  useRace.setState({ lanes: lane === 0 ? [changed, lanes[1]] : [lanes[0], changed] });
}

/** Both methods on the data that is asked for, at once, each in a worker of its own that goes when the race is closed. */
export function startRace(start: RaceStart): void {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  workers ??= createMany({ size: 2 });
  const [first, second] = raceRecipes(useRecipe.getState().recipe);
  const isShared = start === 'same';
  useRace.setState({ lanes: [laneOf(first, 'loading'), laneOf(second, isShared ? 'waiting' : 'loading')], time: null });
  const runSecond = (recipe: Recipe) => void run(1, recipe, signal, () => {});
  if (!isShared) runSecond(second);
  let isStarted = !isShared;
  void run(0, first, signal, (mark) => {
    if (isStarted || !mark.centers) return;
    isStarted = true;
    runSecond(startingFrom(second, mark.centers));
  });
}

const laneOf = (recipe: Recipe, status: Lane['status']): Lane => ({
  recipe,
  status,
  progress: null,
  marks: [],
  scored: null,
  problem: null,
});

async function run(lane: 0 | 1, recipe: Recipe, signal: AbortSignal, onFirst: (mark: Frame) => void): Promise<void> {
  put(lane, { recipe, status: 'loading' });
  const marks: Frame[] = [];
  try {
    const scored = await workers!.race(recipe, {
      signal,
      // Word of the last bytes may come after the first mark.
      onProgress: (loaded, total) => marks.length === 0 && put(lane, { progress: { loaded, total } }),
      onMark: (mark) => {
        if (marks.length === 0) onFirst(mark);
        // The last one comes once more, to be sure.
        if (marks.at(-1)?.step !== mark.step) marks.push(mark);
        put(lane, {
          status: isLast(mark) ? 'scoring' : 'running',
          progress: null,
          marks: judgeStart(lane, [...marks]),
        });
        return nextPaint();
      },
    });
    if (!signal.aborted) put(lane, { status: 'done', scored, marks: judgeStart(lane, scored.outcome.frames) });
  } catch (error) {
    if (signal.aborted) return;
    put(lane, { status: 'failed', progress: null, problem: problemOf(error) });
    // Nobody to start the other one from.
    const { lanes } = useRace.getState();
    if (lane === 0 && lanes?.[1].status === 'waiting') put(1, { status: 'cancelled' });
  }
}

const isLast = ({ extra }: Frame) => (extra.ending as number) > 0;

/**
 * What the start is worth K-Means knows from its first step on. Where both start from the same centres it is worth the same
 * to both.
 */
function judgeStart(lane: 0 | 1, marks: readonly Frame[]): readonly Frame[] {
  const { lanes } = useRace.getState();
  const [start, next] = marks;
  if (!start || start.score !== null) return marks;
  const isShared = lane === 1 && Array.isArray(lanes?.[1].recipe.params.init);
  const first = isShared ? lanes?.[0].marks[0] : next;
  if (first?.score == null || (!isShared && (next?.phase !== 'assign' || next.step !== 1))) return marks;
  const { score } = first;
  return [{ ...start, score, extra: { ...start.extra, counts: first.extra.counts! } }, ...marks.slice(1)];
}

const problemOf = (error: unknown) =>
  error instanceof RecipeError || error instanceof Error ? error.message : String(error);

/** Ends what runs; what has come so far stays. */
export function cancelRace(): void {
  current.abort();
  for (const lane of [0, 1] as const) {
    const status = useRace.getState().lanes?.[lane].status;
    if (status !== 'done' && status !== 'failed') put(lane, { status: 'cancelled', progress: null });
  }
}

/** The workers and what they hold go. */
export function endRace(): void {
  current.abort();
  workers?.dispose();
  workers = null;
  useRace.setState({ lanes: null, time: null, playing: false, focus: null });
}
