import { create } from 'zustand';
import { algorithmSpec } from '../engine/algorithms/specs.ts';
import { isMade, isPoints } from '../engine/dataset-ref.ts';
import type { DatasetRef, Recipe } from '../engine/recipe.ts';
import type { Scaler } from '../engine/spec/dataset.ts';
import { counts, startRecipe } from '../engine/spec/defaults.ts';
import type { Params, ParamValue } from '../engine/types.ts';
import { datasetName, openDataset, startParams } from './dataset.ts';
import { sizeOf } from './files/store.ts';

/** How a value came: in the middle of a drag, or for good. The URL gets one history entry for a whole drag. */
export type Gesture = 'drag' | 'commit';

export interface RecipeState {
  /** What is asked for; what is shown carries its own recipe. */
  readonly recipe: Recipe;
  /** The field that changed last ("params.n_clusters"), and how. */
  readonly change: { readonly field: string; readonly gesture: Gesture };
  /** Another dataset brings its own start values; the same one with other generator parameters keeps everything else. */
  setDataset(ref: DatasetRef, gesture?: Gesture): void;
  /** A parameter of the generator; undefined: its default. */
  setDataParam(name: string, value: ParamValue | undefined, gesture?: Gesture): void;
  /** Names or column indices; undefined: all. */
  setFeatures(features: readonly (string | number)[] | undefined): void;
  setScaler(scaler: Scaler): void;
  /** The first rows only; undefined: all. */
  setRows(rows: number | undefined, gesture?: Gesture): void;
  setAlgorithm(id: string): void;
  /** undefined: scikit-learn's default. */
  setParam(name: string, value: ParamValue | undefined, gesture?: Gesture): void;
  /** Several parameters in one change, for which `change` names the first. */
  setParams(values: Params, gesture?: Gesture): void;
  replace(recipe: Recipe): void;
}

/** The recipe store. Exported for tests; the page uses `useRecipe`. */
export const createRecipeStore = (initial: Recipe) =>
  create<RecipeState>()((set, get) => {
    const put = (recipe: Recipe, field: string, gesture: Gesture = 'commit') =>
      set({ recipe, change: { field, gesture } });
    return {
      recipe: initial,
      change: { field: 'recipe', gesture: 'commit' },
      setDataset: (ref, gesture) => put(withDataset(get().recipe, ref), 'dataset', gesture),
      setDataParam: (name, value, gesture) => put(withDataParam(get().recipe, name, value), `dataset.${name}`, gesture),
      setFeatures: (features) => {
        const { features: _, ...rest } = get().recipe;
        put({ ...rest, ...(features && { features }), params: withoutPoints(rest.params) }, 'features');
      },
      setScaler: (scaler) => {
        const { recipe } = get();
        put({ ...recipe, scaler, params: withoutPoints(recipe.params) }, 'scaler');
      },
      setRows: (rows, gesture) => put(withRows(get().recipe, rows), 'rows', gesture),
      setAlgorithm: (id) => put(withAlgorithm(get().recipe, id), 'algorithm'),
      setParam: (name, value, gesture) => put(withParam(get().recipe, name, value), `params.${name}`, gesture),
      setParams: (values, gesture) => {
        const { recipe } = get();
        put({ ...recipe, params: { ...recipe.params, ...values } }, `params.${Object.keys(values)[0]}`, gesture);
      },
      replace: (recipe) => put(recipe, 'recipe'),
    };
  });

function withDataset(recipe: Recipe, ref: DatasetRef): Recipe {
  // Points that are being drawn keep everything else, as long as they have as many columns.
  if (isMade(ref) ? datasetName(ref) === datasetName(recipe.dataset) : isSameShape(ref, recipe.dataset)) {
    return withRows({ ...recipe, dataset: ref }, recipe.rows);
  }
  return openDataset(ref, recipe.algorithm);
}

function isSameShape(ref: DatasetRef, before: DatasetRef): boolean {
  return isPoints(ref) && isPoints(before) && ref.X[0]?.length === before.X[0]?.length;
}

function withDataParam(recipe: Recipe, name: string, value: ParamValue | undefined): Recipe {
  const { dataset } = recipe;
  if (!isMade(dataset)) return recipe;
  const { [name]: _, ...rest } = dataset;
  const next = value === undefined ? rest : { ...rest, [name]: value };
  return withRows({ ...recipe, dataset: { ...next, make: dataset.make } }, recipe.rows);
}

/** A number of rows that the dataset does not have any more is no limit. */
function withRows({ rows: _, ...recipe }: Recipe, rows: number | undefined): Recipe {
  const all = sizeOf(recipe.dataset).rows ?? Number.POSITIVE_INFINITY;
  return rows === undefined || rows >= all ? recipe : { ...recipe, rows };
}

function withAlgorithm(recipe: Recipe, id: string): Recipe {
  if (id === recipe.algorithm) return recipe;
  return { ...recipe, algorithm: id, params: startParams(recipe.dataset, id, recipe.params) };
}

/** With one parameter changed, and without those that do not count any more. undefined: scikit-learn's default. */
export function withParam<R extends Pick<Recipe, 'algorithm' | 'params'>>(
  recipe: R,
  name: string,
  value: ParamValue | undefined,
): R {
  const { [name]: _, ...rest } = recipe.params;
  const params = thatCount(recipe.algorithm, value === undefined ? rest : { ...rest, [name]: value });
  return { ...recipe, params: name === 'n_clusters' ? withoutPoints(params, value) : params };
}

/** Without the parameters that do not count while others have the values that they have (`when`). */
function thatCount(algorithm: string, params: Params): Params {
  const specs = algorithmSpec(algorithm)?.params ?? {};
  return Object.fromEntries(Object.entries(params).filter(([name]) => counts(specs, params, name)));
}

const isPointList = (value: ParamValue) => Array.isArray(value) && Array.isArray(value[0]);

/** Points set by hand (`init`) stand in the clustered space and for a count: another space or count drops them. */
function withoutPoints(params: Params, count?: ParamValue): Params {
  const stale = (value: ParamValue) => isPointList(value) && (value as readonly unknown[]).length !== count;
  return Object.fromEntries(Object.entries(params).filter(([, value]) => !stale(value)));
}

/** What the page opens with when the URL says nothing. */
export const firstRecipe: Recipe = startRecipe();

export const useRecipe = createRecipeStore(firstRecipe);
