import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { isLayout } from '../../engine/projections/specs.ts';
import type { Noun, Why } from '../../engine/spec/algorithm.ts';
import type { Frame } from '../../engine/types.ts';
import { type Placed, useLayout } from '../../state/layouts.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { useView } from '../../state/view.ts';
import { lastCall } from '../../ui/picture/last-call.ts';
import { type Embedded, isPair, type Scene, type View } from '../../ui/picture/view.ts';
import { currentNoun } from '../../ui/useNoun.ts';
import type { Loaded, Projected } from '../../worker/api.ts';
import { overlayOf } from './overlays/index.ts';
import type { Overlay } from './overlays/overlay.ts';
import type { Picture } from './picture/stage-data.ts';
import { useStage } from './stage-store.ts';

const sceneOf = lastCall(
  (data: Loaded, view: View, projected: Projected | null, placed: Placed | null, embedded: Embedded | null): Scene => ({
    data,
    view,
    projected,
    placed,
    embedded,
  }),
);

const whyOf = lastCall(
  (id: string, row: number, data: Loaded, frame: Frame, frames: readonly Frame[], noun: Noun): Why | null =>
    algorithmSpec(id)?.why({ row, X: data.X, frame, frames, noun }) ?? null,
);

const spaceOf = lastCall((overlay: Overlay | null, frame: Frame | undefined) =>
  frame ? (overlay?.space?.(frame) ?? null) : null,
);

interface Story {
  readonly algorithm: string;
  readonly frames: readonly Frame[];
  readonly index: number;
}

/** The frames of the timeline and the algorithm that made them; null while these, or the data, are of different runs. */
function currentStory(): Story | null {
  const { data, framed } = useRun.getState();
  const { frames, index } = useTimeline.getState();
  if (!data || framed?.frames !== frames || frames[index]?.labels.length !== data.X.rows) return null;
  return { algorithm: framed.recipe.algorithm, frames, index };
}

/** The method's own space, where that is asked for and the frame has come to it. It is the last frame's: all have the same. */
function currentEmbedding(rows: number): Embedded | null {
  const story = useView.getState().space === 'embedding' ? currentStory() : null;
  if (!story) return null;
  const overlay = overlayOf(story.algorithm);
  if (!overlay?.space?.(story.frames[story.index]!)) return null;
  const space = spaceOf(overlay, story.frames.at(-1));
  return space?.coords.rows === rows ? space : null;
}

/** The data in the view that is chosen; null until all is there (PCA needs its projection, a layout its places). */
export function currentScene(): Scene | null {
  const { data, projected } = useRun.getState();
  const { projection } = useView.getState();
  const { placed } = useLayout.getState();
  if (!data) return null;
  const isThere = isPair(projection)
    ? projection.every((column) => column < data.table.X.cols)
    : (projection === 'pca' ? projected : placed?.id === projection ? placed : null)?.dataKey === data.key;
  const [axes, layout] = [projection === 'pca' ? projected : null, isLayout(projection) ? placed : null];
  return isThere ? sceneOf(data, projection, axes, layout, currentEmbedding(data.X.rows)) : null;
}

/** Why the row under the pointer is where it is, in the frame that is shown. */
export function currentWhy(): Why | null {
  const { data } = useRun.getState();
  const { hovered } = useView.getState();
  const story = currentStory();
  if (hovered === null || !data || !story || hovered >= data.X.rows) return null;
  const { algorithm, frames, index } = story;
  return whyOf(algorithm, hovered, data, frames[index]!, frames, currentNoun());
}

function axesKey(scene: Scene): string {
  const { projection, viewed } = useView.getState();
  if (scene.embedded) return `embedding ${JSON.stringify(useRun.getState().framed?.recipe)}`;
  // A pair of features shows the same numbers whatever is clustered; the components depend on it.
  if (!isPair(projection)) return `${projection} ${scene.data.key}`;
  return `${projection.join()} ${viewed?.rowsKey ?? scene.data.key}`;
}

/** All that the stage draws now, from the stores; null when there is nothing to draw yet. */
export function currentPicture(palette: readonly string[]): Picture | null {
  const scene = currentScene();
  if (!scene) return null;
  const story = currentStory();
  const { colorBy, shapeBy, selection, hovered } = useView.getState();
  const { tool, pinned } = useStage.getState();
  const { rows } = scene.data.X;
  return {
    scene,
    axesKey: axesKey(scene),
    frames: story?.frames ?? [],
    index: story?.index ?? 0,
    spec: story ? (algorithmSpec(story.algorithm) ?? null) : null,
    overlay: story ? overlayOf(story.algorithm) : null,
    colors: useRun.getState().colors,
    colorBy,
    shapeBy,
    selection,
    hovered: hovered !== null && hovered < rows ? hovered : null,
    pinned: pinned !== null && pinned < rows ? pinned : null,
    why: currentWhy(),
    noun: currentNoun(),
    palette,
    tool,
    animate: useRecipe.getState().change.gesture !== 'drag',
  };
}
