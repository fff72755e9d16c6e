import { attempt, forget } from '../../charts/attempt.ts';
import { createStage } from '../../charts/stage/stage.ts';
import { useLayout } from '../../state/layouts.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { useView } from '../../state/view.ts';
import { inTurn } from '../../ui/in-turn.ts';
import type { Scene } from '../../ui/picture/view.ts';
import type { Connected } from '../../ui/useConnected.ts';
import { createCenterDrag } from './drag-center.ts';
import { createDiscDrag } from './drag-disc.ts';
import { currentPicture } from './live-picture.ts';
import type { Knob } from './overlays/overlay.ts';
import { makeRowMap } from './picture/regions.ts';
import { createStageAssembler } from './picture/stage-data.ts';
import { useStage } from './stage-store.ts';

const MARK = 'clusterscope:picture';

/** Marks for the bench: which recipe the picture that was just handed to the stage belongs to. */
function mark(): void {
  const { shown } = useRun.getState();
  if (!shown) return;
  performance.clearMarks(MARK);
  performance.mark(MARK, { detail: shown.recipe });
}

/**
 * Joins the stage to the stores without React in between: each change of run, timeline, view or tool hands the stage a new
 * picture, several in one turn only one.
 */
export function connectStage(node: HTMLElement, first: readonly string[]): Connected {
  const assemble = createStageAssembler();
  let palette = first;
  let waiting = false;
  let gone = false;
  let knob: Knob | null = null;
  let callOffMap = () => {};

  const stage = createStage(node, {
    onHover: (row, clientX, clientY) => {
      useStage.getState().setPointer(row === null ? null : { x: clientX, y: clientY });
      useView.getState().hover(row);
    },
    onSelect: (rows, mode) => useView.getState().select(rows, mode),
    onClearSelection: () => useView.getState().clearSelection(),
    onCenterDrag: createCenterDrag(),
    onDiscDrag: createDiscDrag(() => knob),
  });
  const draw = () => attempt(stage, drawNow);
  const drawNow = () => {
    waiting = false;
    const picture = gone ? null : currentPicture(palette);
    if (!picture) return;
    const assembled = assemble(picture);
    knob = assembled.knob;
    stage.update(assembled.stage);
    mark();
    useStage.getState().setLegend(assembled.legend);
    if (assembled.isMapWanted) mapLater(picture.scene);
  };
  // The points first: the map takes longer than a picture may.
  const mapLater = (scene: Scene) => {
    callOffMap();
    callOffMap = inTurn(() => {
      makeRowMap(scene);
      redraw();
    });
  };
  const redraw = () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => waiting && draw());
  };
  const stops = [
    useRun.subscribe((now, before) => {
      if (now.data !== before.data || now.projected !== before.projected || now.colors !== before.colors) redraw();
    }),
    useTimeline.subscribe((now, before) => {
      // Written last of the stores, so all is there: the picture goes ahead of whatever React has to render.
      if (now.frames !== before.frames || now.index !== before.index) draw();
    }),
    useView.subscribe((now, before) => {
      // Hovered in another chart: the card stands beside the point all the same.
      if (now.hovered !== before.hovered && now.hovered !== null) {
        const at = stage.locate(now.hovered);
        useStage.getState().setPointer(at && { x: at.clientX, y: at.clientY });
      }
      if (now.viewed?.rowsKey !== before.viewed?.rowsKey) useStage.getState().pin(null);
      redraw();
    }),
    useStage.subscribe((now, before) => {
      if (now.tool !== before.tool) redraw();
      if (now.resets !== before.resets) stage.resetZoom();
    }),
    useLayout.subscribe((now, before) => {
      if (now.placed !== before.placed) redraw();
    }),
    useRecipe.subscribe((now, before) => {
      if (now.change.gesture !== before.change.gesture) redraw();
    }),
  ];
  redraw();
  return {
    setPalette(next) {
      palette = next;
      redraw();
    },
    destroy() {
      gone = true;
      callOffMap();
      for (const stop of stops) stop();
      forget(stage);
      stage.destroy();
    },
  };
}
