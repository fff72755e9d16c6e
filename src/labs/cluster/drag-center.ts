import type { Matrix, Params } from '../../engine/types.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useTimeline } from '../../state/timeline.ts';
import { currentScene } from './live-picture.ts';
import { moveCenter } from './picture/centers.ts';

/**
 * A dragged centre becomes `init` by hand: all centres as they stood when the drag began, that one moved. While it moves the
 * run follows at once; when it is dropped the run plays from its start.
 */
export function createCenterDrag(): (center: number, x: number, y: number, done: boolean) => void {
  let start: Matrix | null = null;
  return (center, x, y, done) => {
    const scene = currentScene();
    const { frames, index } = useTimeline.getState();
    start ??= frames[index]?.centers ?? null;
    if (!scene || !start || center >= start.rows || start.cols !== scene.data.X.cols) return;
    const init = moveCenter(scene, start, center, [x, y]);
    const { recipe, setParams } = useRecipe.getState();
    // With centres given there is one start only; scikit-learn would warn of any other number.
    const params: Params = typeof recipe.params.n_init === 'number' ? { init, n_init: 1 } : { init };
    if (done) {
      start = null;
      useTimeline.getState().playNext();
    }
    setParams(params, done ? 'commit' : 'drag');
  };
}
