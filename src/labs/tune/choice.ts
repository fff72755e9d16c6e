import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { type Axis, startAxis, sweepable } from '../../engine/spec/axes.ts';
import { completeParams, equalValues } from '../../engine/spec/defaults.ts';
import { NO_REPEATS, type Sweep } from '../../engine/spec/sweep.ts';
import type { RecipeError } from '../../engine/types.ts';
import { asOneEntry } from '../../state/address-part.ts';
import { useProblems } from '../../state/problems.ts';
import { useRecipe } from '../../state/recipe.ts';
import { choiceToText, readChoice } from '../../state/tune/choice-text.ts';
import { type SweepChoice, useTune } from '../../state/tune/store.ts';
import { isFittable } from './fit-range.ts';
import { type Preset, presetSweep, presets } from './presets.ts';

/** What is swept now: the choice, or what the lab opens with for the algorithm. */
export function effectiveChoice(choice: SweepChoice | null, recipe: Recipe): SweepChoice {
  return choice?.algorithm === recipe.algorithm ? choice : firstChoice(recipe);
}

/** The first ready-made sweep of the algorithm, if what it varies counts beside the recipe's parameters. */
function firstChoice({ algorithm, params }: Recipe): SweepChoice {
  const specs = algorithmSpec(algorithm)!.params;
  const names = sweepable(specs, completeParams(specs, params));
  const preset = presets.find((one) => one.algorithm === algorithm && names.includes(one.x.param));
  if (preset) return choiceOf(preset);
  const name = names.find((one) => specs[one]!.kind === 'int' || specs[one]!.kind === 'real') ?? names[0]!;
  return {
    algorithm,
    x: startAxis(name, specs[name]!),
    y: null,
    repeats: NO_REPEATS,
    score: 'silhouette_score',
    second: 'n_clusters',
  };
}

export function choiceOf({ algorithm, x, y, repeats, score, second }: Preset): SweepChoice {
  return { algorithm, x, y, repeats: { ...NO_REPEATS, ...repeats }, score, second: second ?? null };
}

export function sweepOf(recipe: Recipe, { x, y, repeats }: SweepChoice): Sweep {
  return { recipe, x, y, repeats };
}

/** The ready-made sweep that this is, whatever of it is shown, if the recipe says nothing else; undefined: one of the user's own. */
export function matchingPreset(choice: SweepChoice, { params }: Recipe): Preset | undefined {
  // A range that is fitted to the data makes no other sweep of it.
  const of = (algorithm: string, axis: Axis | null) =>
    isFittable(algorithm, axis) ? { ...axis, from: null, to: null } : axis;
  const swept = ({ algorithm, x, y, repeats }: SweepChoice) =>
    JSON.stringify([algorithm, of(algorithm, x), of(algorithm, y), repeats]);
  const alike = presets.filter((preset) => {
    if (swept(choiceOf(preset)) !== swept(choice)) return false;
    return Object.entries(preset.params).every(([name, value]) => equalValues(params[name] ?? value, value));
  });
  return alike.find(({ score }) => score === choice.score) ?? alike[0];
}

/** Takes a ready-made sweep: its algorithm and parameters into the recipe, the rest into the choice. */
export function takePreset(preset: Preset): void {
  const { recipe, replace } = useRecipe.getState();
  const { recipe: next } = presetSweep(preset, recipe);
  asOneEntry(() => {
    if (JSON.stringify(next) !== JSON.stringify(recipe)) replace(next);
    put(choiceOf(preset), 'sweep.preset');
  });
}

/** Changes a part of what is swept. @param field names the change: those of one name that follow closely are one entry of the history */
export function change(part: Partial<SweepChoice>, field: string): void {
  const { choice } = useTune.getState();
  put({ ...effectiveChoice(choice, useRecipe.getState().recipe), ...part }, field);
}

function put(choice: SweepChoice, field: string): void {
  useTune.getState().choose(choice, choiceToText(choice), field);
}

/** Reads what came from outside, if something did and the recipe that goes with it is there. */
export function readUnread(): void {
  const { unread, choose } = useTune.getState();
  if (unread === null) return;
  const problems: RecipeError[] = [];
  const choice = readChoice(new URLSearchParams(unread), (problem) => problems.push(problem));
  choose(choice, choiceToText(choice), 'sweep.read');
  if (problems.length === 0) return;
  useProblems.setState(({ problems: others }) => ({ problems: [...others, ...problems] }));
}
