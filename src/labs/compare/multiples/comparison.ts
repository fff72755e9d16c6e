import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Recipe } from '../../../engine/recipe.ts';
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

/** The run of the Cluster lab, whose colours the others follow, if it is of the same rows. */
function useSeed(rows: string) {
  const shown = useRun((run) => run.shown);
  const colors = useRun((run) => run.colors);
  return useMemo(
    () => (shown && rowsKey(shown.recipe) === rows ? { labels: shown.labels, colors } : null),
    [shown, colors, rows],
  );
}

/** Who takes part, on the dataset at hand. */
export function useComparison(): readonly Entry[] {
  const asked = useRecipe(({ recipe }) => recipe);
  const loaded = useRun(({ data }) => data?.key ?? null);
  const participants = useCompare(participantsOf);
  const all = useStore(multiples, ({ results }) => results);
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
  const colors = useMemo(() => matchAll(outcomes, seed), [outcomes, seed]);
  const names = useMemo(() => namesOf(participants), [participants]);
  return participants.map((participant, i) => ({
    participant,
    name: names[i]!,
    recipe: recipes[i] ?? null,
    result: results[i] ?? null,
    done: done[i] ?? null,
    colors: colors[i] ?? null,
  }));
}
