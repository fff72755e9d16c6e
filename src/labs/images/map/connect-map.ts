import { attempt, forget } from '../../../charts/attempt.ts';
import { createStage } from '../../../charts/stage/stage.ts';
import { useLayout } from '../../../state/layouts.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { useRun } from '../../../state/run.ts';
import { useTimeline } from '../../../state/timeline.ts';
import { useView } from '../../../state/view.ts';
import { picturesOf } from '../../../ui/picture/pictures.ts';
import { axesKeyOf, sceneNow } from '../../../ui/picture/scene.ts';
import { currentStory } from '../../../ui/picture/story.ts';
import { currentClassNoun, currentNoun } from '../../../ui/useNoun.ts';
import { currentSpace } from '../picture.ts';
import { createMapAssembler, type MapPicture } from './map-data.ts';
import { useMap } from './map-store.ts';

/** All that the map draws now, from the stores; null when there is nothing to draw yet. */
function currentMap(palette: readonly string[]): MapPicture | null {
  const scene = sceneNow();
  if (!scene || !currentSpace()) return null;
  const story = currentStory();
  const { colorBy, selection, hovered } = useView.getState();
  return {
    scene,
    axesKey: axesKeyOf(scene),
    pictures: picturesOf(scene.data),
    labels: story?.frames[story.index]?.labels ?? null,
    colors: useRun.getState().colors,
    colorBy,
    selection,
    hovered: hovered !== null && hovered < scene.data.X.rows ? hovered : null,
    palette,
    tool: useMap.getState().tool,
    animate: useRecipe.getState().change.gesture !== 'drag',
    noun: currentNoun(),
    classNoun: currentClassNoun(),
  };
}

/** Joins the map to the stores without React in between. */
export function connectMap(node: HTMLElement, first: readonly string[]) {
  const assemble = createMapAssembler();
  let palette = first;
  let waiting = false;
  let gone = false;
  const stage = createStage(node, {
    onHover: (row, clientX, clientY) => {
      useMap.getState().setPointer(row === null ? null : { x: clientX, y: clientY });
      useView.getState().hover(row);
    },
    onSelect: (rows, mode) => useView.getState().select(rows, mode),
    onClearSelection: () => useView.getState().clearSelection(),
  });
  const redraw = () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      attempt(stage, () => {
        const picture = gone ? null : currentMap(palette);
        if (picture) stage.update(assemble(picture));
      });
    });
  };
  const stops = [
    useRun.subscribe(redraw),
    useTimeline.subscribe((now, before) => {
      if (now.frames !== before.frames || now.index !== before.index) redraw();
    }),
    useView.subscribe(redraw),
    useLayout.subscribe((now, before) => {
      if (now.placed !== before.placed) redraw();
    }),
    useMap.subscribe((now, before) => {
      if (now.tool !== before.tool) redraw();
      if (now.resets !== before.resets) stage.resetZoom();
    }),
  ];
  redraw();
  return {
    setPalette(next: readonly string[]) {
      palette = next;
      redraw();
    },
    destroy() {
      gone = true;
      for (const stop of stops) stop();
      useMap.getState().setPointer(null);
      forget(stage);
      stage.destroy();
    },
  };
}
