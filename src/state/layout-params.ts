import { isLayout, type LayoutId, projectionSpec, projections } from '../engine/projections/specs.ts';
import { paramToText, textToParam } from '../engine/spec/text.ts';
import { validateParam } from '../engine/spec/validate.ts';
import { type ParamValue, RecipeError } from '../engine/types.ts';
import type { LayoutParams, Projection } from './view.ts';

/** Stands before the name of a layout's parameter, as before all of the view that has no short word: `view.perplexity`. */
const VIEW = 'view.';

const paramsOf = (id: LayoutId) => projectionSpec(id)!.params;

/** Whether a key of the address is a parameter of some layout. */
export const isLayoutKey = (key: string): boolean =>
  key.startsWith(VIEW) &&
  projections.some(({ kind, params }) => kind === 'layout' && Object.hasOwn(params, key.slice(VIEW.length)));

/** Writes what is not the default of the layout that is looked at; of the others nothing is seen. */
export function addLayoutParams(
  query: URLSearchParams,
  projection: Projection | null,
  layoutParams: LayoutParams | null,
): void {
  if (!isLayout(projection)) return;
  for (const [name, value] of Object.entries(layoutParams?.[projection] ?? {})) {
    query.set(VIEW + name, paramToText(value));
  }
}

/** Reads what anybody may have written: what is out of range, or of a layout that is not looked at, is dropped and reported. */
export function readLayoutParams(
  query: URLSearchParams,
  projection: Projection | null,
  report: (problem: RecipeError) => void,
): LayoutParams | null {
  const read: Record<string, ParamValue> = {};
  for (const key of new Set(query.keys())) {
    if (!isLayoutKey(key)) continue;
    const name = key.slice(VIEW.length);
    const param = isLayout(projection) && paramsOf(projection)[name];
    try {
      if (!param) throw new RecipeError(key, 'belongs to a layout that the link does not show');
      read[name] = validateParam(name, param, textToParam(param, query.get(key)!), key);
    } catch (error) {
      if (!(error instanceof RecipeError)) throw error;
      report(error);
    }
  }
  return isLayout(projection) && Object.keys(read).length > 0 ? { [projection]: read } : null;
}
