import { useEffect, useRef } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useTune } from '../../state/tune/store.ts';
import { dataKey } from '../../worker/data-key.ts';
import { change, effectiveChoice } from './choice.ts';
import { fittedAxis, isFar, isFittable } from './fit-range.ts';
import { pinnedRecipe } from './sweep-recipe.ts';

/** Changes by which the data becomes another one. Not among them: those that a link or Back brings. */
const DATA_FIELDS = /^(dataset|features|scaler)/;

/** Fits the ranges of lengths to the data. @param always also those that are of its scale @param field names the change */
export async function fitRanges(signal: AbortSignal, always: boolean, field: string): Promise<void> {
  const recipe = currentRecipe();
  if (!recipe) return;
  for (const which of ['x', 'y'] as const) {
    const axis = effectiveChoice(useTune.getState().choice, recipe)[which];
    if (!isFittable(recipe.algorithm, axis)) continue;
    const suits = await fittedAxis(recipe, axis, signal);
    signal.throwIfAborted();
    // Another range that was asked for in the meantime stays.
    if (effectiveChoice(useTune.getState().choice, useRecipe.getState().recipe)[which] !== axis) return;
    if (suits && (always || isFar(axis, suits))) change({ [which]: suits }, field);
  }
}

function currentRecipe(): Recipe | null {
  return pinnedRecipe(useRecipe.getState().recipe, useRun.getState().shown?.recipe ?? null);
}

/**
 * Where the data is another one than before, or the lab shows what it opens with, a range of a quite different scale is fitted.
 * A range that a link brings stays.
 */
export function useFittingRanges(): void {
  const recipe = useRecipe((state) => state.recipe);
  const { algorithm } = recipe;
  const key = dataKey(recipe);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the data and the method are what a range depends on.
  useEffect(() => {
    const { choice } = useTune.getState();
    const { field } = useRecipe.getState().change;
    const isOpening = isFirst.current && choice?.algorithm !== algorithm;
    isFirst.current = false;
    if (!isOpening && field !== 'algorithm' && !DATA_FIELDS.test(field)) return;
    const controller = new AbortController();
    // What is wrong with the data is said where the sweep runs.
    fitRanges(controller.signal, false, isOpening ? 'lab' : field).catch(() => {});
    return () => controller.abort(new Error('other data'));
  }, [key, algorithm]);
}
