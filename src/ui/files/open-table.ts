import { packJson } from '../../engine/spec/packed-points.ts';
import { LONGEST_POINTS } from '../../engine/spec/url.ts';
import { type Choice, csvRef, csvStart, idxRef, idxStart } from '../../state/files/choice.ts';
import { useFiles } from '../../state/files/store.ts';
import { useRecipe } from '../../state/recipe.ts';
import type { KeptCsv, KeptFile, KeptIdx } from '../../worker/files/kept.ts';
import { readPoints } from '../../worker/files/read.ts';

/** More values than this are never few enough for an address. */
const MOST_VALUES = 5000;

/** Makes a table the dataset. What was pasted travels in the link where it is short enough; everything else is a file. */
export async function openTable(file: KeptCsv, choice: Choice): Promise<void> {
  const ref = csvRef(file, choice);
  const { recipe, replace } = useRecipe.getState();
  if (file.origin !== 'file' && file.rows * choice.columns.length <= MOST_VALUES) {
    const points = await readPoints(file, ref);
    if (packJson(points).length <= LONGEST_POINTS) return replace(csvStart(file, choice, points, recipe.algorithm));
  }
  void useFiles.getState().add(file);
  replace(csvStart(file, choice, ref, recipe.algorithm));
}

/** Makes images the dataset. */
export function openImages(file: KeptIdx, transposed: boolean): void {
  const { recipe, replace } = useRecipe.getState();
  void useFiles.getState().add(file);
  replace(idxStart(file, idxRef(file, transposed), recipe.algorithm));
}

/** Whether the recipe was waiting for just this file (a link, a visit after the file was forgotten): then nothing is to be chosen. */
export function takeAwaited(file: KeptFile): boolean {
  const { recipe, replace } = useRecipe.getState();
  const { dataset } = recipe;
  if (typeof dataset !== 'object' || !('digest' in dataset) || dataset.digest !== file.digest) return false;
  if (useFiles.getState().files.some(({ digest }) => digest === file.digest)) return false;
  void useFiles.getState().add(file);
  replace({ ...recipe });
  return true;
}
