import { isFile } from '../../engine/dataset-ref.ts';
import { datasetTitle, pinSeed } from '../../state/dataset.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { toSearch } from '../../state/url.ts';
import { useView } from '../../state/view.ts';
import { notify } from '../notify.ts';

/**
 * The page's address with all of its state; the address bar itself may lag a moment behind a drag. A generator without a
 * seed would draw other points for whoever opens the link: it gets the seed of those that are shown.
 */
function link(): string {
  const { recipe } = useRecipe.getState();
  const { shown, status } = useRun.getState();
  const pinned = shown && status === 'done' ? pinSeed(recipe, { asked: recipe, recipe: shown.recipe }).recipe : recipe;
  return location.origin + location.pathname + toSearch(pinned, useView.getState());
}

/** A file stays where it is: the link only names it. */
function linkWords(): string {
  const { dataset } = useRecipe.getState().recipe;
  const isSelected = useView.getState().selection !== null;
  if (!isFile(dataset))
    return `Link copied. It opens the page as it is now${isSelected ? ', without the selection' : ''}.`;
  return `Link copied. It names ${datasetTitle(dataset)} but does not hold it: whoever opens the link opens the file there.`;
}

/** Copies the link that opens the page in this state, and says so; where copying is not allowed, shows it to be copied. */
export async function share(): Promise<void> {
  let href: string;
  try {
    href = link();
  } catch {
    const message = 'The link cannot carry so many points. Export the recipe instead: it holds them all.';
    void notify({ color: 'red', title: 'No link', message });
    return;
  }
  try {
    await navigator.clipboard.writeText(href);
    void notify({ message: linkWords(), autoClose: 6000 });
  } catch {
    void notify({ title: 'Copy this link', message: href, autoClose: false });
  }
}
