import { datasets } from '../../engine/datasets/specs.ts';
import { datasetTitle, openDataset } from '../../state/dataset.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useView } from '../../state/view.ts';
import { hasImages } from './image-space.ts';
import { useImages } from './images-store.ts';
import { hasCentroids, RACERS } from './methods.ts';

/** The datasets whose rows are pictures, the largest first. */
export const imageDatasets = datasets
  .filter(({ image }) => image !== undefined)
  .sort((a, b) => (b.rows ?? 0) - (a.rows ?? 0));

/** Opens a dataset of pictures with its own start values; `all` of its rows, or as many as it starts with. */
export function openDatasetOfImages(id: string, all = false): void {
  const { recipe, replace } = useRecipe.getState();
  const { rows, ...opened } = openDataset(id, hasCentroids(recipe.algorithm) ? recipe.algorithm : RACERS[0]);
  replace(all || rows === undefined ? opened : { ...opened, rows });
}

/** Where the data has no pictures the lab opens its own, and remembers what was there. */
export function openImages(): void {
  const { recipe } = useRecipe.getState();
  if (hasImages(recipe.dataset)) return;
  const title = datasetTitle(recipe.dataset);
  const back = () => {
    useImages.setState({ left: null });
    useRecipe.getState().replace(recipe);
    useView.getState().setLab('cluster');
  };
  useImages.setState({ left: { title, back } });
  openDatasetOfImages(imageDatasets[0]!.id);
}
