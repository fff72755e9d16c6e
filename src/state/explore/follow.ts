import { datasetName } from '../dataset.ts';
import { useRecipe } from '../recipe.ts';
import { useExplore } from './store.ts';

/** Columns are of one dataset: when another one is chosen, nobody has chosen any. A link or Back brings its own. */
export function followDataset(stores = { recipe: useRecipe, explore: useExplore }): () => void {
  return stores.recipe.subscribe(({ recipe, change }, before) => {
    const isOther = datasetName(recipe.dataset) !== datasetName(before.recipe.dataset);
    if (isOther && change.field === 'dataset') stores.explore.getState().restore({ columns: null });
  });
}
