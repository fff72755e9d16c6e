import type { Marks } from './marks.ts';
import type { MarkLook, Places, PointLayer, View } from './point-layer.ts';
import { createPointLayer2d } from './point-layer-2d.ts';
import { createPointLayerGl, hasGpu } from './point-layer-gl.ts';
import { createPointLayerRaster } from './point-layer-raster.ts';

/** From so many points on a call for each costs too much: the GPU draws them, or else our own loop. */
const MANY = 1000;

/** The points on whichever layer suits their number and the machine. Draws only what changed. */
export interface Points {
  resize(width: number, height: number, pixelRatio: number): void;
  set(places: Places, marks: Marks): void;
  look(look: MarkLook): void;
  /** @param until how long it may take, as `performance.now()` counts: what is not done by then is drawn in later frames. */
  draw(view: View, progress: number, until: number): void;
  destroy(): void;
}

/** Whether there is a GPU: not known before somebody has asked, which takes some 10 ms, most of them waiting. */
let gpu: boolean | null = null;
const findGpu = (): boolean => {
  gpu ??= hasGpu();
  return gpu;
};

/** @param parent where the canvas goes. @param onStale the picture was lost or is not complete: `draw` again with the next frame. */
export function createPoints(parent: HTMLElement, onStale: () => void): Points {
  let isLost = false;
  let forMany = false;
  let layer: PointLayer | null = null;
  let size: readonly [number, number, number] = [1, 1, 1];
  let current: { places: Places; marks: Marks } | null = null;
  let currentLook: MarkLook | null = null;
  let drawn = '';

  function create(): PointLayer {
    if (!forMany) return createPointLayer2d();
    return (!isLost && findGpu() ? createPointLayerGl(onLost) : null) ?? createPointLayerRaster();
  }

  function choose(many: boolean): void {
    layer?.destroy();
    forMany = many;
    layer = create();
    layer.canvas.setAttribute('aria-hidden', 'true');
    parent.append(layer.canvas);
    layer.resize(...size);
    if (currentLook) layer.look(currentLook);
    if (current) layer.set(current.places, current.marks);
    drawn = '';
  }

  function onLost(): void {
    isLost = true;
    choose(forMany);
    onStale();
  }

  // Asked while nothing else is to be done; data that cannot wait for it asks itself.
  const idle = 'requestIdleCallback' in window ? requestIdleCallback(findGpu) : 0;

  return {
    resize(...next) {
      if (size.every((v, i) => v === next[i]) && layer) return;
      size = next;
      layer?.resize(...next);
      drawn = '';
    },
    set(places, marks) {
      if (current && places === current.places && marks === current.marks) return;
      current = { places, marks };
      const many = marks.order.length >= MANY;
      if (layer && many === forMany) layer.set(places, marks);
      else choose(many);
      drawn = '';
    },
    look(next) {
      if (currentLook && (Object.keys(next) as (keyof MarkLook)[]).every((key) => next[key] === currentLook![key]))
        return;
      currentLook = next;
      layer?.look(next);
      drawn = '';
    },
    draw(view, progress, until) {
      const key = `${view.k},${view.x},${view.y},${progress}`;
      if (key === drawn) return;
      const isWhole = layer?.draw(view, progress, until) ?? true;
      drawn = isWhole ? key : '';
      if (!isWhole) onStale();
    },
    destroy() {
      if (idle) cancelIdleCallback(idle);
      layer?.destroy();
    },
  };
}
