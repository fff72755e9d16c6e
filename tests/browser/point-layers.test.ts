import { expect, test } from 'vitest';
import { themeColors } from '../../src/charts/chart.ts';
import { layOutMarks } from '../../src/charts/stage/marks.ts';
import type { PointLayer, View } from '../../src/charts/stage/point-layer.ts';
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

/** 20,000 points at (20, 20), one at (80, 40), the last. */
function crowd(layer: PointLayer): void {
  const n = 20_001;
  const [x, y] = [new Float32Array(n).fill(20), new Float32Array(n).fill(20)];
  [x[n - 1], y[n - 1]] = [80, 40];
  const labels = new Int32Array(n);
  layer.resize(100, 80, 1);
  layer.look({ radius: 5, opacity: 0.9, palette, colors: themeColors(document.body) });
  layer.set(
    { fromX: x, fromY: y, toX: x, toY: y },
    layOutMarks({ labels, colorOf: labels, shapeOf: null, changed: new Int32Array(0), selection: null, palette }),
  );
}

const alphaAt = (layer: PointLayer, x: number, y: number) =>
  layer.canvas.getContext('2d')!.getImageData(x, y, 1, 1).data[3]!;

/** Draws with no time at all until the layer says that it is done; how often that was. */
function drawBitByBit(layer: PointLayer, view: View): number {
  for (let calls = 1; calls < 100; calls++) if (layer.draw(view, 1, 0)) return calls;
  throw new Error('not done after 100 calls');
}

test('raster: many points without time for all are drawn bit by bit, and shown when they are complete', () => {
  const layer = createPointLayerRaster();
  crowd(layer);
  const view = { k: 1, x: 0, y: 0 };
  expect(layer.draw(view, 1, 0)).toBe(false);
  expect(alphaAt(layer, 20, 20)).toBe(0);
  expect(drawBitByBit(layer, view)).toBeGreaterThan(1);
  expect([alphaAt(layer, 20, 20), alphaAt(layer, 80, 40) > 220]).toEqual([255, true]);
  layer.destroy();
});

test('raster: a view that moves on meanwhile takes the picture of before along, and gets its own', () => {
  const layer = createPointLayerRaster();
  crowd(layer);
  layer.draw({ k: 1, x: 0, y: 0 }, 1);
  const view = { k: 0.5, x: 10, y: 4 };
  expect(layer.draw(view, 1, 0)).toBe(false);
  const moved = new DOMMatrix(layer.canvas.style.transform);
  expect([moved.a, moved.d, moved.e, moved.f]).toEqual([0.5, 0.5, 10, 4]);
  // A drag asks for another view at every frame: each picture that was begun is finished all the same.
  const seen = new Set<number>();
  for (let x = 10; x < 70; x++) {
    layer.draw({ ...view, x }, 1, 0);
    for (let at = 20; at < 80; at++) if (alphaAt(layer, at, 14) > 0) seen.add(at);
  }
  expect(seen.size).toBeGreaterThan(20);
  drawBitByBit(layer, view);
  expect(layer.canvas.style.transform).toBe('');
  expect([alphaAt(layer, 20, 14), alphaAt(layer, 50, 24) > 220, alphaAt(layer, 80, 40)]).toEqual([255, true, 0]);
  layer.destroy();
});
