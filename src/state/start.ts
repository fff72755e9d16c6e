import { isFile } from '../engine/dataset-ref.ts';
import { followDataset } from './explore/follow.ts';
import { restoreFiles } from './files/store.ts';
import { startLayouts } from './layouts.ts';
import { warmWhenIdle } from './many.ts';
import { keepLocally } from './persist.ts';
import { useRecipe } from './recipe.ts';
import { startSession } from './session.ts';
import { followAddress } from './url.ts';

/** Brings the stores to life: what this browser kept, what the address says, then the first run. Ends all with what it returns. */
export function startState(): () => void {
  const stops = [keepLocally(), followDataset(), followAddress(), warmWhenIdle()];
  let isOver = false;
  const begin = () => {
    if (!isOver) stops.push(startSession(), startLayouts());
  };
  // How many rows a file has, and so what a run would take, is known when it is open.
  if (isFile(useRecipe.getState().recipe.dataset)) void restoreFiles().then(begin);
  else {
    begin();
    void restoreFiles();
  }
  return () => {
    isOver = true;
    for (const stop of stops) stop();
  };
}
