import { expect, test, vi } from 'vitest';
import { stageExamples } from '../../src/charts/gallery/examples.ts';
import { palette } from '../../src/charts/palette.ts';
import { createStage } from '../../src/charts/stage/stage.ts';
import type { StageCallbacks, StageData } from '../../src/charts/stage/types.ts';
import { frames, hover, key, mounted } from './charts-support.ts';

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

/** A key's zoom glides for 150 ms; each is waited for, so that the next starts where it ends. */
async function zoomIn(node: HTMLElement, times: number) {
  const root = node.querySelector('.cs-stage')!;
  const picture = () => [...root.querySelectorAll('.cs-ticks text')].map((tick) => tick.outerHTML).join('');
  for (let i = 0; i < times; i++) {
    const before = picture();
    key(root, '+');
    await expect.poll(picture).not.toBe(before);
    for (let last = ''; last !== picture(); await frames(4)) last = picture();
  }
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

test('dots become pictures as one zooms in, and dots again', async () => {
  const { node, stage, root } = await mount(squares());
  expect(shown(node)).toBeNaN();
  await zoomIn(node, 3);
  await expect.poll(() => shown(node)).toBeGreaterThan(10);
  const seen = squares().x.findIndex((_, row) => {
    const at = stage.locate(row);
    return at !== null && pictureAt(node, at.clientX, at.clientY)[3] === 255;
  });
  const at = stage.locate(seen)!;
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
  await zoomIn(node, 3);
  await expect.poll(() => shown(node)).toBeGreaterThan(5);
  const row = data.x.findIndex((_, i) => {
    const at = stage.locate(i);
    return at !== null && pictureAt(node, at.clientX, at.clientY)[3] === 255;
  });
  const at = stage.locate(row)!;
  hover(plot, at.clientX + 9, at.clientY + 9);
  expect(onHover.mock.lastCall![0]).toBe(row);
  const strong = pictureAt(node, at.clientX, at.clientY);
  stage.update({ ...data, selection: new Set([row === 0 ? 1 : 0]) });
  await frames(3);
  const faint = pictureAt(node, at.clientX, at.clientY);
  const lightness = ([r, g, b]: number[]) => r! + g! + b!;
  expect(lightness(faint)).toBeGreaterThan(lightness(strong));
});
