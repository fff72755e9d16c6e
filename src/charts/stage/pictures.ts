import type { PictureLayer, PictureScene } from '../digit-map/picture-layer.ts';
import { pictureLook } from '../digit-map/side.ts';
import type { View } from './point-layer.ts';

/** Dots that become pictures; the code for that loads with the first data that has some. */
export interface Pictures {
  resize(width: number, height: number, pixelRatio: number): void;
  /** @param scene null: there are none, or the points are moving */
  draw(scene: PictureScene | null, view: View): void;
  readonly isShown: boolean;
  /** The row whose picture is under a place, plot pixels with zoom. */
  rowAt(x: number, y: number): number | null;
  destroy(): void;
}

/** How strong dots stay beside pictures. */
export const BESIDE_PICTURES = 0.45;

/** @param parent where the canvas goes. @param onReady something can be drawn that could not be before. */
export function createPictures(parent: HTMLElement, onReady: () => void): Pictures {
  let layer: PictureLayer | null = null;
  let isLoading = false;
  let isGone = false;
  let size: readonly [number, number, number] = [1, 1, 1];
  let drawn: { scene: PictureScene; key: string } | null = null;

  async function load(): Promise<void> {
    isLoading = true;
    const { createPictureLayer } = await import('../digit-map/picture-layer.ts');
    if (isGone) return;
    layer = createPictureLayer();
    parent.append(layer.canvas);
    layer.resize(...size);
    onReady();
  }

  const isSame = (a: PictureScene, b: PictureScene) =>
    (Object.keys(a) as (keyof PictureScene)[]).every((key) => a[key] === b[key]);

  function clear(): void {
    drawn = null;
    layer?.clear();
    parent.parentElement?.removeAttribute('data-pictures');
  }

  return {
    resize(...next) {
      size = next;
      drawn = null;
      layer?.resize(...next);
    },
    draw(scene, view) {
      if (!scene) return clear();
      const { side, opacity } = pictureLook(view.k, scene.places.toX.length, size[0] * size[1]);
      if (opacity === 0) return clear();
      if (!layer) {
        if (!isLoading) void load();
        return;
      }
      const key = `${view.k},${view.x},${view.y}`;
      if (drawn?.key === key && isSame(drawn.scene, scene)) return;
      const isDone = layer.draw(scene, view, side);
      drawn = { scene, key: isDone ? key : '' };
      if (!isDone) onReady();
      layer.canvas.style.opacity = String(opacity);
      parent.parentElement?.setAttribute('data-pictures', String(layer.count));
    },
    get isShown() {
      return drawn !== null;
    },
    rowAt: (x, y) => (drawn ? (layer?.rowAt(x, y) ?? null) : null),
    destroy() {
      isGone = true;
    },
  };
}
