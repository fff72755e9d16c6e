import { datasetSpec, datasets } from '../datasets/specs.ts';
import type { DatasetRef, Recipe } from '../recipe.ts';
import type { Params, ParamValue } from '../types.ts';
import type { ParamSpecs } from './kinds.ts';

/** All parameters of `specs`: those of `params`, and scikit-learn's defaults for the rest. */
export function completeParams(specs: ParamSpecs, params: Params): Params {
  const complete: Record<string, ParamValue> = {};
  for (const [name, spec] of Object.entries(specs)) {
    complete[name] = Object.hasOwn(params, name) ? params[name]! : spec.default;
  }
  return complete;
}

/** Whether a parameter has a say while the others have these values (`when`). `params` may leave out what is default. */
export function counts(specs: ParamSpecs, params: Params, name: string): boolean {
  return Object.entries(specs[name]?.when ?? {}).every(([other, values]) =>
    values.includes(Object.hasOwn(params, other) ? params[other]! : specs[other]!.default),
  );
}

/** Whether leaving the parameter out would mean the same. */
export function equalsDefault(specs: ParamSpecs, name: string, value: ParamValue): boolean {
  const spec = specs[name];
  return spec !== undefined && equalValues(spec.default, value);
}

/** The parameters that differ from scikit-learn's defaults, in the order of the specs. */
export function withoutDefaults(specs: ParamSpecs, params: Params): Params {
  const kept: Record<string, ParamValue> = {};
  for (const name of Object.keys(specs)) {
    if (!Object.hasOwn(params, name)) continue;
    const value = params[name]!;
    if (!equalsDefault(specs, name, value)) kept[name] = value;
  }
  return kept;
}

/** Equality of plain JSON values. */
export function equalValues(a: ParamValue, b: ParamValue): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item: ParamValue, i) => equalValues(item, b[i]));
}

/** The dataset that the page opens with. */
const FIRST_DATASET = datasets[0]!.id;

/** What the page starts with when a dataset is chosen, all from its spec. An unknown name starts with the first dataset. */
export function startRecipe(datasetId: string = FIRST_DATASET, algorithmId?: string): Recipe {
  const spec = datasetSpec(datasetId) ?? datasets[0]!;
  const { start } = spec;
  const algorithm = algorithmId ?? Object.keys(start.params)[0]!;
  const dataset: DatasetRef = spec.generated ? { make: spec.id, ...start.data } : spec.id;
  return {
    dataset,
    ...(start.features ? { features: start.features } : {}),
    ...(start.scaler ? { scaler: start.scaler } : {}),
    ...(start.rows ? { rows: start.rows } : {}),
    algorithm,
    params: start.params[algorithm] ?? {},
  };
}
