import { algorithmSpec } from '../engine/algorithms/specs.ts';
import { isCsv, isIdx, isMade, isPoints, type MadeRef } from '../engine/dataset-ref.ts';
import { datasetSpec } from '../engine/datasets/specs.ts';
import type { DatasetRef, Recipe } from '../engine/recipe.ts';
import type { Noun } from '../engine/spec/algorithm.ts';
import { completeParams, startRecipe } from '../engine/spec/defaults.ts';
import { specOf } from '../engine/spec/features.ts';
import { freshSeed } from '../engine/spec/fresh-seed.ts';
import type { Params } from '../engine/types.ts';

/** What tells datasets apart: the loader's or generator's name; own points are "X", files "csv:" or "idx:" and their name. */
export function datasetName(ref: DatasetRef): string {
  if (typeof ref === 'string') return ref;
  if (isMade(ref)) return ref.make;
  if (isPoints(ref)) return 'X';
  return isCsv(ref) ? `csv:${ref.csv}` : `idx:${ref.idx[0]}`;
}

/** What a dataset is called on the page. */
export function datasetTitle(ref: DatasetRef): string {
  if (isCsv(ref)) return ref.csv;
  if (isIdx(ref)) return ref.idx[0]!;
  return isPoints(ref) ? 'Own points' : (datasetSpec(datasetName(ref))?.title ?? datasetName(ref));
}

/** A name for files that are written about a dataset: without what a file system would not take. */
export function datasetStem(ref: DatasetRef): string {
  if (isPoints(ref)) return 'points';
  const name = isCsv(ref) ? ref.csv : isIdx(ref) ? ref.idx[0]! : datasetName(ref);
  return name.replace(/(\.[a-z]{2,4})+$/i, '').replaceAll(/[^\p{L}\p{N}_.-]+/gu, '-') || 'table';
}

const NOUNS = {
  row: { one: 'row', many: 'rows' },
  image: { one: 'image', many: 'images' },
  point: { one: 'point', many: 'points' },
} satisfies Record<string, Noun>;

/** What its rows are called. */
export function nounOf(ref: DatasetRef): Noun {
  if (isCsv(ref)) return NOUNS.row;
  return isIdx(ref) ? NOUNS.image : (specOf(ref)?.noun ?? NOUNS.point);
}

/** What its classes are called: "species". */
export function classNounOf(ref: DatasetRef): string {
  return (isCsv(ref) ? ref.target : specOf(ref)?.classNoun) ?? 'class';
}

/** Equal for recipes that have the same rows in the same order: features and scaler do not matter. */
export function rowsKey(recipe: Recipe): string {
  return JSON.stringify([recipe.dataset, recipe.rows ?? null]);
}

/** Whether the first rows of a dataset are as good as any: generators mix theirs, tables often stand class by class. */
export function rowsComeShuffled(ref: DatasetRef): boolean {
  if (!isMade(ref)) return false;
  const specs = datasetSpec(ref.make)?.params ?? {};
  return completeParams(specs, ref).shuffle !== false;
}

/** The recipe with which the page opens a dataset: its own start values, for the algorithm at hand. */
export function openDataset(ref: DatasetRef, algorithm: string): Recipe {
  const name = datasetName(ref);
  if (!datasetSpec(name)) return { dataset: ref, algorithm, params: {} };
  const start = startRecipe(name, algorithm);
  return typeof ref === 'string' ? start : { ...start, dataset: ref };
}

/**
 * What the page starts an algorithm with on this dataset. Of own data nothing is known but what was chosen for the algorithm
 * before: a number of clusters and a seed stay.
 */
export function startParams(ref: DatasetRef, algorithm: string, before: Params = {}): Params {
  if (typeof ref === 'string' || isMade(ref)) return openDataset(ref, algorithm).params;
  const specs = algorithmSpec(algorithm)?.params ?? {};
  const kept = ['n_clusters', 'random_state'].filter((name) => specs[name] && before[name] !== undefined);
  return Object.fromEntries(kept.map((name) => [name, before[name]!]));
}

export interface Pinned {
  readonly asked: Recipe;
  readonly recipe: Recipe;
}

/**
 * A generator whose seed is None would draw other points in each worker and at each change of a slider: such a dataset
 * gets a seed, and keeps it for as long as its reference stays the same.
 * @param before what was pinned last
 */
export function pinSeed(asked: Recipe, before: Pinned | null, draw: () => number = freshSeed): Pinned {
  const { dataset } = asked;
  if (!isSeedless(dataset)) return { asked, recipe: asked };
  if (before && JSON.stringify(before.asked.dataset) === JSON.stringify(dataset)) {
    return { asked, recipe: { ...asked, dataset: before.recipe.dataset } };
  }
  return { asked, recipe: { ...asked, dataset: { ...dataset, random_state: draw() } } };
}

/** Whether a recipe is what was asked for, the seed apart that its dataset may have got. */
export function isAsked(recipe: Recipe, asked: Recipe): boolean {
  if (recipe === asked || !isSeedless(asked.dataset) || !isMade(recipe.dataset)) return recipe === asked;
  const { random_state } = recipe.dataset;
  return JSON.stringify({ ...asked, dataset: { ...asked.dataset, random_state } }) === JSON.stringify(recipe);
}

function isSeedless(dataset: DatasetRef): dataset is MadeRef {
  if (!isMade(dataset)) return false;
  const seed = datasetSpec(dataset.make)?.params.random_state;
  if (!seed) return false;
  return (dataset.random_state === undefined ? seed.default : dataset.random_state) === null;
}
