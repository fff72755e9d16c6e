import { expect, test } from 'vitest';
import { themeColors } from '../../src/charts/chart.ts';
import { layOutMarks } from '../../src/charts/stage/marks.ts';
import type { PointLayer } from '../../src/charts/stage/point-layer.ts';
import { createPointLayer2d } from '../../src/charts/stage/point-layer-2d.ts';
import { createPointLayerGl } from '../../src/charts/stage/point-layer-gl.ts';
import { createPointLayerRaster } from '../../src/charts/stage/point-layer-raster.ts';

const makers: readonly (readonly [string, () => PointLayer | null])[] = [
  ['2D', createPointLayer2d],
  ['raster', createPointLayerRaster],
  ['WebGL', () => createPointLayerGl(() => {}, true)],
];

const palette = ['#ff0000', '#00ff00'];

/** Three points, two of which move; the third has no place. The pixels of the layer as straight RGBA. */
function picture(layer: PointLayer, progress: number, ratio: number, selection: ReadonlySet<number> | null) {
  const labels = Int32Array.of(0, 1, 0);
  const places = {
    fromX: Float32Array.of(10, 50, 30),
    fromY: Float32Array.of(10, 50, 30),
    toX: Float32Array.of(30, 50, Number.NaN),
    toY: Float32Array.of(10, 50, 30),
  };
  layer.resize(100, 80, ratio);
  layer.look({ radius: 5, opacity: 0.9, palette, colors: themeColors(document.body) });
  layer.set(
    places,
    layOutMarks({ labels, colorOf: labels, shapeOf: null, changed: new Int32Array(0), selection, palette }),
  );
  // Zoomed twice and moved by (-10, 5): point 0 is seen at (10, 25), then (50, 25); point 1 at (90, 105), out of sight.
  layer.draw({ k: 2, x: -10, y: 5 }, progress);
  const copy = new OffscreenCanvas(layer.canvas.width, layer.canvas.height).getContext('2d')!;
  copy.drawImage(layer.canvas, 0, 0);
  return (x: number, y: number) => [...copy.getImageData(x * ratio, y * ratio, 1, 1).data];
}

for (const [name, make] of makers) {
  test.each([1, 2])(`${name}: a mark stands where motion and zoom put it, at %i device pixels to one`, (ratio) => {
    const layer = make();
    if (!layer) return;
    const start = picture(layer, 0, ratio, null);
    const [red, green, , alpha] = start(10, 25);
    expect([red! > 250, green! < 5, alpha! > 220 && alpha! < 236]).toEqual([true, true, true]);
    expect(start(50, 25)[3]).toBe(0);
    const middle = picture(layer, 0.5, ratio, null);
    expect([middle(30, 25)[3]! > 220, middle(10, 25)[3]]).toEqual([true, 0]);
    const end = picture(layer, 1, ratio, null);
    expect([end(50, 25)[3]! > 220, end(10, 25)[3]]).toEqual([true, 0]);
    layer.destroy();
  });

  test(`${name}: what is not selected is muted`, () => {
    const layer = make();
    if (!layer) return;
    const muted = picture(layer, 1, 1, new Set([1]))(50, 25)[3]!;
    expect(muted).toBeGreaterThan(20);
    expect(muted).toBeLessThan(60);
    layer.destroy();
  });
}
