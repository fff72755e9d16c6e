import type { Recipe } from '../../engine/recipe.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useView } from '../../state/view.ts';

/** Makes this recipe the one that is asked for, and goes where it is watched. */
export function openInCluster(recipe: Recipe): void {
  useRecipe.getState().replace(recipe);
  useView.getState().setLab('cluster');
}
