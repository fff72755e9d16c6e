import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import type { Noun, Why } from '../../engine/spec/algorithm.ts';
import type { Frame } from '../../engine/types.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { useView } from '../../state/view.ts';
import { currentNoun } from '../../ui/useNoun.ts';
import type { Loaded, Projected } from '../../worker/api.ts';
import { lastCall } from './picture/last-call.ts';
import type { Picture } from './picture/stage-data.ts';
import type { Scene, View } from './picture/view.ts';
import { useStage } from './stage-store.ts';

const sceneOf = lastCall((data: Loaded, view: View, projected: Projected | null): Scene => ({ data, view, projected }));

const whyOf = lastCall(
  (id: string, row: number, data: Loaded, frame: Frame, frames: readonly Frame[], noun: Noun): Why | null =>
    algorithmSpec(id)?.why({ row, X: data.X, frame, frames, noun }) ?? null,
);

/** The data in the view that is chosen; null until both are there (PCA needs its projection). */
export function currentScene(): Scene | null {
  const { data, projected } = useRun.getState();
  const { projection } = useView.getState();
  if (!data || (projection === 'pca' && projected?.dataKey !== data.key)) return null;
  if (projection !== 'pca' && projection.some((column) => column >= data.table.X.cols)) return null;
  return sceneOf(data, projection, projection === 'pca' ? projected : null);
}

/** Why the row under the pointer is where it is, in the frame that is shown. */
export function currentWhy(): Why | null {
  const { data, shown } = useRun.getState();
  const { hovered } = useView.getState();
  const { frames, index } = useTimeline.getState();
  const frame = frames[index];
  if (hovered === null || !data || !shown || !frame || hovered >= data.X.rows) return null;
  if (frame.labels.length !== data.X.rows || frame.centers?.cols !== data.X.cols) return null;
  return whyOf(shown.recipe.algorithm, hovered, data, frame, frames, currentNoun());
}

/** All that the stage draws now, from the stores; null when there is nothing to draw yet. */
export function currentPicture(palette: readonly string[]): Picture | null {
  const scene = currentScene();
  if (!scene) return null;
  const { frames, index } = useTimeline.getState();
  const { projection, colorBy, shapeBy, selection, hovered, viewed } = useView.getState();
  const fits = frames[index]?.labels.length === scene.data.X.rows;
  return {
    scene,
    // A pair of features shows the same numbers whatever is clustered; the components depend on it.
    axesKey:
      projection === 'pca' ? `pca ${scene.data.key}` : `${projection.join()} ${viewed?.rowsKey ?? scene.data.key}`,
    frames: fits ? frames : [],
    index: fits ? index : 0,
    colors: useRun.getState().colors,
    colorBy,
    shapeBy,
    selection,
    hovered: hovered !== null && hovered < scene.data.X.rows ? hovered : null,
    why: currentWhy(),
    noun: currentNoun(),
    palette,
    tool: useStage.getState().tool,
    animate: useRecipe.getState().change.gesture !== 'drag',
  };
}
