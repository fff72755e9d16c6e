import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Recipe } from '../../../engine/recipe.ts';
import type { Colored } from '../../../state/colors.ts';
import { type Result, recipeKey } from '../../../state/compare/batch.ts';
import { framesFor, multiples } from '../../../state/compare/batches.ts';
import { sharedDataPart } from '../../../state/compare/data-part.ts';
import { matchAll } from '../../../state/compare/match-colors.ts';
import { type Participant, recipeOn } from '../../../state/compare/participants.ts';
import { participantsOf, useCompare } from '../../../state/compare/store.ts';
import { rowsKey } from '../../../state/dataset.ts';
import { sizeOf } from '../../../state/files/store.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { useRun } from '../../../state/run.ts';
import type { Outcome } from '../../../worker/api.ts';
import { namesOf } from '../words.ts';

export type Done = Extract<Result, { status: 'done' }>;

/** One that takes part, and what has come of it. */
export interface Entry {
  readonly participant: Participant;
  readonly name: string;
  /** null while the data that a seedless generator made is not there. */
  readonly recipe: Recipe | null;
  readonly result: Result | null;
  /** The result, or while a newer one is on its way the one before on the same rows. */
  readonly done: Done | null;
  /** Cluster → palette slot of `done`. */
  readonly colors: Int32Array | null;
}

/** While a slider is dragged, runs start when it has rested for so long. */
const REST_MS = 80;

const jobOf = (recipe: Recipe) => ({
  recipe,
  maxFrames: framesFor(recipe.rows ?? sizeOf(recipe.dataset).rows ?? 1000),
});

export const startRun = (recipe: Recipe) => multiples.start(jobOf(recipe));

/** Runs what takes part while somebody looks, and ends it when they leave. */
function useRuns(recipes: readonly (Recipe | null)[]): void {
  const isDrag = useCompare(({ change }) => change.gesture === 'drag');
  useEffect(() => {
    const jobs = recipes.filter((recipe) => recipe !== null).map(jobOf);
    const timer = setTimeout(() => multiples.want(jobs), isDrag ? REST_MS : 0);
    return () => clearTimeout(timer);
  }, [recipes, isDrag]);
  useEffect(() => () => multiples.leave(), []);
}

/** The last that ended for each participant, as long as the rows are the same. */
function useLastDone(participants: readonly Participant[], results: readonly (Result | null)[], rows: string) {
  const last = useRef({ rows, byId: new Map<number, Done>() });
  if (last.current.rows !== rows) last.current = { rows, byId: new Map() };
  const { byId } = last.current;
  return participants.map(({ id }, i) => {
    const result = results[i];
    if (result?.status === 'done') byId.set(id, result);
    // What failed has no picture: it would be that of other parameters.
    else if (result && result.status !== 'running') byId.delete(id);
    return byId.get(id) ?? null;
  });
}

/** The list that was there before, while its entries are the same. */
function useSame<T>(list: readonly T[]): readonly T[] {
  const kept = useRef(list);
  const before = kept.current;
  if (list.length !== before.length || list.some((item, i) => item !== before[i])) kept.current = list;
  return kept.current;
}

/** Entries that say the same as before are the same: a result renders the card that it is of, and no other. */
function useSameEntries(entries: readonly Entry[]): readonly Entry[] {
  const kept = useRef(new Map<number, Entry>());
  const same = entries.map((entry) => {
    const before = kept.current.get(entry.participant.id);
    const names = Object.keys(entry) as (keyof Entry)[];
    return before && names.every((name) => before[name] === entry[name]) ? before : entry;
  });
  kept.current = new Map(same.map((entry) => [entry.participant.id, entry]));
  return useSame(same);
}

/** The run of the Cluster lab, whose colours the others follow, if it is of the same rows. */
function useSeed(rows: string) {
  const shown = useRun((run) => run.shown);
  const colors = useRun((run) => run.colors);
  return useMemo(
    () => (shown && rowsKey(shown.recipe) === rows ? { labels: shown.labels, colors } : null),
    [shown, colors, rows],
  );
}

/** Palette slots of all; each array is the one from before while it says the same. */
function useColors(outcomes: readonly (Outcome | null)[], seed: Colored | null): readonly (Int32Array | null)[] {
  const kept = useRef(new Map<string, Int32Array>());
  return useMemo(() => {
    const matched = matchAll(outcomes, seed).map((colors) => {
      const key = colors?.join();
      return key === undefined ? null : ([key, kept.current.get(key) ?? colors!] as const);
    });
    kept.current = new Map(matched.filter((one) => one !== null));
    return matched.map((one) => one?.[1] ?? null);
  }, [outcomes, seed]);
}

/** Who takes part, on the dataset at hand. */
export function useComparison(): readonly Entry[] {
  const asked = useRecipe(({ recipe }) => recipe);
  const loaded = useRun(({ data }) => data?.key ?? null);
  const participants = useCompare(participantsOf);
  // Cards are rendered in slices, and once for several results that come together.
  const all = useDeferredValue(useStore(multiples, ({ results }) => results));
  const part = useMemo(() => sharedDataPart(asked, loaded), [asked, loaded]);
  // Another algorithm in the rail's recipe is no other data.
  const partKey = JSON.stringify(part);
  // biome-ignore lint/correctness/useExhaustiveDependencies: partKey says all of part.
  const recipes = useMemo(
    () => participants.map((participant) => part && recipeOn(part, participant)),
    [participants, partKey],
  );
  useRuns(recipes);
  const rows = part ? rowsKey({ ...part, algorithm: '', params: {} }) : '';
  const results = recipes.map((recipe) => (recipe && all.get(recipeKey(recipe))) ?? null);
  const done = useLastDone(participants, results, rows);
  const seed = useSeed(rows);
  const outcomes = useSame(done.map((one) => one?.outcome ?? null));
  const colors = useColors(outcomes, seed);
  const names = useMemo(() => namesOf(participants), [participants]);
  return useSameEntries(
    participants.map((participant, i) => ({
      participant,
      name: names[i]!,
      recipe: recipes[i] ?? null,
      result: results[i] ?? null,
      done: done[i] ?? null,
      colors: colors[i] ?? null,
    })),
  );
}
