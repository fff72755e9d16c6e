import { RecipeError } from '../engine/types.ts';

/** What an error says of the recipe; what no recipe caused has no field and is a sentence of its own, its full stop apart. */
export function problemOf(error: unknown): { field: string; problem: string } {
  if (error instanceof RecipeError) return { field: error.field, problem: error.problem };
  const message = error instanceof Error ? error.message : String(error);
  return { field: '', problem: message.replace(/\.$/, '') };
}
