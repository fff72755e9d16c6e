import type { Marks } from './marks.ts';
import type { MarkLook, Places, PointLayer, View } from './point-layer.ts';
import { createPointLayer2d } from './point-layer-2d.ts';
import { createPointLayerGl } from './point-layer-gl.ts';
import { createPointLayerRaster } from './point-layer-raster.ts';

/** From so many points on a call for each costs too much: the GPU draws them, or else our own loop. */
const MANY = 1000;

/** A frame has so many milliseconds for points: the browser and the rest of the stage need the others. */
const A_FRAME = 10;

/** The points on whichever layer suits their number and the machine. Draws only what changed. */
export interface Points {
  resize(width: number, height: number, pixelRatio: number): void;
  set(places: Places, marks: Marks): void;
  look(look: MarkLook): void;
  draw(view: View, progress: number): void;
  destroy(): void;
}

/** @param parent where the canvas goes. @param onStale the picture was lost or is not complete: `draw` again with the next frame. */
export function createPoints(parent: HTMLElement, onStale: () => void): Points {
  /** Whether there may be a GPU: yes, until one is asked for in vain or lost. */
  let available = true;
  let forMany = false;
  let layer: PointLayer | null = null;
  let size: readonly [number, number, number] = [1, 1, 1];
  let current: { places: Places; marks: Marks } | null = null;
  let currentLook: MarkLook | null = null;
  let drawn = '';

  function create(): PointLayer {
    if (!forMany) return createPointLayer2d();
    const onGpu = available ? createPointLayerGl(onLost) : null;
    available = onGpu !== null;
    return onGpu ?? createPointLayerRaster();
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
    available = false;
    choose(forMany);
    onStale();
  }

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
    draw(view, progress) {
      const key = `${view.k},${view.x},${view.y},${progress}`;
      if (key === drawn) return;
      const isWhole = layer?.draw(view, progress, performance.now() + A_FRAME) ?? true;
      drawn = isWhole ? key : '';
      if (!isWhole) onStale();
    },
    destroy() {
      layer?.destroy();
    },
  };
}
