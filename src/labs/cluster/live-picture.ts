import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import type { Frame } from '../../engine/types.ts';
import { frameColors } from '../../state/frame-colors.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { lastCall } from '../../ui/picture/last-call.ts';
import { picturesOf } from '../../ui/picture/pictures.ts';
import { axesKeyOf, sceneNow } from '../../ui/picture/scene.ts';
import { currentStory, currentWhy } from '../../ui/picture/story.ts';
import type { Embedded, Scene } from '../../ui/picture/view.ts';
import { currentNoun } from '../../ui/useNoun.ts';
import { overlayOf } from './overlays/index.ts';
import type { Overlay } from './overlays/overlay.ts';
import type { Picture } from './picture/stage-data.ts';
import { useStage } from './stage-store.ts';

const spaceOf = lastCall((overlay: Overlay | null, frame: Frame | undefined) =>
  frame ? (overlay?.space?.(frame) ?? null) : null,
);

/** The method's own space, where that is asked for and the frame has come to it. It is the last frame's: all have the same. */
function currentEmbedding(rows: number): Embedded | null {
  const story = useView.getState().space === 'embedding' ? currentStory() : null;
  if (!story) return null;
  const overlay = overlayOf(story.algorithm);
  if (!overlay?.space?.(story.frames[story.index]!)) return null;
  const space = spaceOf(overlay, story.frames.at(-1));
  return space?.coords.rows === rows ? space : null;
}

/** The data in the view that is chosen; null until all is there. */
export const currentScene = (): Scene | null => sceneNow((data) => currentEmbedding(data.X.rows));

const axesKey = (scene: Scene): string =>
  scene.embedded ? `embedding ${JSON.stringify(useRun.getState().framed?.recipe)}` : axesKeyOf(scene);

/** All that the stage draws now, from the stores; null when there is nothing to draw yet. */
export function currentPicture(palette: readonly string[]): Picture | null {
  const scene = currentScene();
  if (!scene) return null;
  const story = currentStory();
  const { colorBy, shapeBy, selection, hovered } = useView.getState();
  const { tool, pinned } = useStage.getState();
  const { rows } = scene.data.X;
  const { colors } = useRun.getState();
  return {
    scene,
    axesKey: axesKey(scene),
    frames: story?.frames ?? [],
    index: story?.index ?? 0,
    spec: story ? (algorithmSpec(story.algorithm) ?? null) : null,
    overlay: story ? overlayOf(story.algorithm) : null,
    colors: story ? frameColors(story.algorithm, story.frames, story.index, colors) : colors,
    colorBy,
    shapeBy,
    selection,
    hovered: hovered !== null && hovered < rows ? hovered : null,
    pictures: picturesOf(scene.data),
    pinned: pinned !== null && pinned < rows ? pinned : null,
    why: currentWhy(),
    noun: currentNoun(),
    palette,
    tool,
    animate: useRecipe.getState().change.gesture !== 'drag',
  };
}
