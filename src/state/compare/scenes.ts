import { createStore } from 'zustand';
import type { LinearId } from '../../engine/projections/specs.ts';
import type { Recipe } from '../../engine/recipe.ts';
import type { Loaded, Projected } from '../../worker/api.ts';
import { dataKey } from '../../worker/data-key.ts';
import { many } from '../many.ts';

/** Data that is looked at beside that of the stage. */
export interface Sighted {
  readonly data: Loaded;
  readonly projected: Projected | null;
}

interface ScenesState {
  readonly byKey: ReadonlyMap<string, Sighted>;
}

/** A few small tables: those of the grid, and one that the stage could not cluster. */
const KEPT = 12;

export const scenes = createStore<ScenesState>()(() => ({ byKey: new Map() }));

const asked = new Set<string>();
/** A table is a table: once asked for it is brought, whoever still looks. */
const { signal } = new AbortController();

function put(key: string, sighted: Sighted): void {
  const byKey = new Map(scenes.getState().byKey);
  byKey.delete(key);
  byKey.set(key, sighted);
  for (const oldest of byKey.keys()) if (byKey.size > KEPT) byKey.delete(oldest);
  scenes.setState({ byKey });
}

/**
 * Has the data of a recipe loaded, and the axes of a linear projection computed where one is wanted; both once. What fails is asked for
 * again by whoever looks next: the run on the same data says what is wrong.
 */
export async function look(recipe: Recipe, axes: LinearId | null): Promise<void> {
  const key = dataKey(recipe);
  const known = scenes.getState().byKey.get(key);
  if (asked.has(key) || (known && (axes === null || known.projected?.id === axes))) return;
  asked.add(key);
  try {
    const data = known?.data ?? (await many().load(recipe, { signal }));
    const projected = axes && (await many().project(recipe, axes, { signal }));
    put(key, { data, projected: projected ?? known?.projected ?? null });
  } catch {
    // A lost worker, or a recipe that its own run refuses.
  } finally {
    asked.delete(key);
  }
}
