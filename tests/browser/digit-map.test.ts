import { expect, test, vi } from 'vitest';
import { stageExamples } from '../../src/charts/gallery/examples.ts';
import { palette } from '../../src/charts/palette.ts';
import { createStage } from '../../src/charts/stage/stage.ts';
import type { Stage, StageCallbacks, StageData } from '../../src/charts/stage/types.ts';
import { hover, key, mounted } from './charts-support.ts';

const colors = palette('light');
const SIZE = 8;

/** 400 points on a square of 20 × 20, each a picture with a bright middle on a dark ground. */
function squares(): StageData {
  const n = 400;
  const bytes = new Uint8Array(n * SIZE * SIZE);
  for (let i = 0; i < n; i++) {
    for (let v = 2; v < 6; v++) bytes.fill(255, i * 64 + v * 8 + 2, i * 64 + v * 8 + 6);
  }
  const labels = Int32Array.from({ length: n }, (_, i) => (i % 20 < 10 ? 0 : 1));
  return {
    ...stageExamples['10,000 points']!(colors),
    x: Float64Array.from({ length: n }, (_, i) => i % 20),
    y: Float64Array.from({ length: n }, (_, i) => Math.floor(i / 20)),
    labels,
    colorOf: labels,
    shapeOf: null,
    changed: new Int32Array(0),
    centers: [],
    regions: [],
    overlay: null,
    selection: null,
    hovered: null,
    spokes: null,
    pictures: { bytes, width: SIZE, height: SIZE, brightest: 255 },
    animate: false,
  };
}

async function mount(data: StageData, callbacks: StageCallbacks = {}) {
  const { chart, node, root } = await mounted((place) => createStage(place, callbacks), data, [900, 700]);
  return { node, stage: chart, plot: node.querySelector<HTMLElement>('.cs-plot')!, root };
}

const shown = (node: HTMLElement) =>
  Number(node.querySelector('[data-pictures]')?.getAttribute('data-pictures') ?? Number.NaN);

/** Without motion a key has zoomed when it returns. */
function zoomIn(node: HTMLElement, times: number) {
  const look = vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
  for (let i = 0; i < times; i++) key(node.querySelector('.cs-stage')!, '+');
  look.mockRestore();
}

/** The colour on the canvas of pictures at a client coordinate. */
function pictureAt(node: HTMLElement, clientX: number, clientY: number): number[] {
  const canvas = [...node.querySelectorAll<HTMLCanvasElement>('.cs-points canvas')].at(-1)!;
  const bounds = canvas.getBoundingClientRect();
  const ratio = canvas.width / bounds.width;
  return [
    ...canvas.getContext('2d')!.getImageData((clientX - bounds.left) * ratio, (clientY - bounds.top) * ratio, 1, 1)
      .data,
  ];
}

/** The first row that is shown as a picture, once one is drawn where that row is. */
async function firstPictured(node: HTMLElement, { x }: StageData, stage: Stage): Promise<number> {
  const find = () =>
    x.findIndex((_, row) => {
      const at = stage.locate(row);
      return at !== null && pictureAt(node, at.clientX, at.clientY)[3] === 255;
    });
  await expect.poll(find).toBeGreaterThanOrEqual(0);
  return find();
}

test('dots become pictures as one zooms in, and dots again', async () => {
  const { node, stage, root } = await mount(squares());
  expect(shown(node)).toBeNaN();
  zoomIn(node, 3);
  await expect.poll(() => shown(node)).toBeGreaterThan(10);
  const at = stage.locate(await firstPictured(node, squares(), stage))!;
  const [ink, ground] = [pictureAt(node, at.clientX, at.clientY), pictureAt(node, at.clientX - 6, at.clientY - 6)];
  expect(ink[3]).toBe(255);
  expect(ink.slice(0, 3)).not.toEqual(ground.slice(0, 3));
  key(root, '0');
  await expect.poll(() => shown(node)).toBeNaN();
});

test('a picture is found by all of its area, and what is not selected fades', async () => {
  const onHover = vi.fn();
  const data = squares();
  const { node, stage, plot } = await mount(data, { onHover });
  zoomIn(node, 3);
  await expect.poll(() => shown(node)).toBeGreaterThan(5);
  const row = await firstPictured(node, data, stage);
  const at = stage.locate(row)!;
  hover(plot, at.clientX + 9, at.clientY + 9);
  expect(onHover.mock.lastCall![0]).toBe(row);
  const strong = pictureAt(node, at.clientX, at.clientY);
  stage.update({ ...data, selection: new Set([row === 0 ? 1 : 0]) });
  const lightness = ([r, g, b]: number[]) => r! + g! + b!;
  await expect.poll(() => lightness(pictureAt(node, at.clientX, at.clientY))).toBeGreaterThan(lightness(strong));
});
