import { expect, test, vi } from 'vitest';
import { overlay, overlayExample } from '../../src/charts/gallery/overlay-example.ts';
import { palette } from '../../src/charts/palette.ts';
import type { StageOverlay } from '../../src/charts/stage/overlay-types.ts';
import { createStage } from '../../src/charts/stage/stage.ts';
import type { StageCallbacks, StageData } from '../../src/charts/stage/types.ts';
import { frames, key, mounted, press, stopTimers } from './charts-support.ts';

const data: StageData = { ...overlayExample(palette('light')), animate: false };
const bare: StageOverlay = { hulls: [], discs: [], segments: [], rings: [], dots: [], kinds: null, handle: null };

async function mount(given: StageData, callbacks: StageCallbacks = {}) {
  const { chart, node } = await mounted((place) => createStage(place, callbacks), given, [800, 600]);
  return { node, stage: chart };
}

/** How many pixels of a layer have something on them. */
function inked(node: HTMLElement, layer: 'below' | 'above'): number {
  const canvas = node.querySelector<HTMLCanvasElement>(`.cs-${layer} canvas`);
  if (!canvas) return 0;
  const { data: pixels } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return pixels.filter((alpha, i) => i % 4 === 3 && alpha > 0).length;
}

test('there is no canvas for an overlay before there is one, and nothing on it once it has gone', async () => {
  const { node, stage } = await mount({ ...data, overlay: null });
  expect(node.querySelectorAll('canvas').length).toBe(1);
  stage.update(data);
  await frames();
  expect(inked(node, 'below')).toBeGreaterThan(1000);
  expect(inked(node, 'above')).toBeGreaterThan(100);
  stage.update({ ...data, overlay: null });
  await frames();
  expect([inked(node, 'below'), inked(node, 'above')]).toEqual([0, 0]);
  expect(node.querySelector('.cs-disc-handle')!.getAttribute('display')).toBe('none');
});

test.each(['hulls', 'discs', 'segments'] as const)('%s are drawn below the points', async (group) => {
  const { node } = await mount({ ...data, overlay: { ...bare, [group]: overlay[group] } });
  expect(inked(node, 'below')).toBeGreaterThan(100);
  expect(inked(node, 'above')).toBe(0);
});

test.each(['rings', 'dots'] as const)('%s are drawn above the points', async (group) => {
  const { node } = await mount({ ...data, overlay: { ...bare, [group]: overlay[group] } });
  expect(inked(node, 'below')).toBe(0);
  expect(inked(node, 'above')).toBeGreaterThan(50);
});

const knobOf = (node: HTMLElement) => node.querySelector<SVGGElement>('.cs-disc-knob')!;
const middle = (element: Element) => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2] as const;
};

test('the rim of the handle’s disc is dragged anywhere, in the units of x', async () => {
  const onDiscDrag = vi.fn();
  const { node } = await mount(data, { onDiscDrag });
  const [x, y] = middle(knobOf(node));
  const grip = node.querySelector('.cs-disc-grip')!;
  const { left, right, top } = grip.getBoundingClientRect();
  const radius = (right - left) / 2;
  press(knobOf(node), [[x, y] as const, [x + radius / 2, y] as const, [x + radius, y] as const]);
  expect(onDiscDrag.mock.lastCall![0]).toBeCloseTo(1.6, 1);
  expect(onDiscDrag.mock.lastCall![1]).toBe(true);
  // From its top, half as high up as it was: half the radius.
  const [cx] = middle(grip);
  const height = y - top;
  press(grip, [[cx, top] as const, [cx, top + height / 2] as const]);
  expect(onDiscDrag.mock.lastCall![0]).toBeCloseTo(0.4, 1);
});

test('while the rim is held the disc stays as it is held; arrow keys move it, Enter lets go', async () => {
  const onDiscDrag = vi.fn();
  const { node, stage } = await mount(data, { onDiscDrag });
  const knob = knobOf(node);
  expect([knob.getAttribute('role'), knob.getAttribute('aria-label'), knob.getAttribute('aria-valuetext')]).toEqual([
    'slider',
    'Disc radius',
    'radius 0.8',
  ]);
  const [before] = middle(knob);
  stopTimers();
  knob.focus();
  expect(key(knob, 'ArrowRight', { shiftKey: true }).defaultPrevented).toBe(true);
  stage.update({ ...data });
  await frames();
  expect(middle(knob)[0]).toBeGreaterThan(before + 5);
  expect(onDiscDrag.mock.calls.map(([, done]) => done)).toEqual([false]);
  key(knob, 'Enter');
  expect(onDiscDrag.mock.lastCall![0]).toBeCloseTo(0.8 * 1.02 ** 5, 6);
  expect(onDiscDrag.mock.lastCall![1]).toBe(true);
});

test('without a listener the disc has no handle', async () => {
  const { node } = await mount(data);
  expect(node.querySelector('.cs-disc-handle')!.getAttribute('display')).toBe('none');
});

test('what is hollow and what is a cross look unlike what is filled', async () => {
  const kinds = Uint8Array.of(0, 1, 2);
  const three = { x: Float64Array.of(1, 2, 3), y: Float64Array.of(1, 1, 1), labels: Int32Array.of(0, 0, 0) };
  const { node, stage } = await mount({ ...data, ...three, colorOf: three.labels, overlay: { ...bare, kinds } });
  const canvas = node.querySelector<HTMLCanvasElement>('.cs-points canvas')!;
  const around = (row: number) => {
    const at = stage.locate(row)!;
    const bounds = canvas.getBoundingClientRect();
    const ratio = canvas.width / bounds.width;
    const [x, y] = [(at.clientX - bounds.left - 8) * ratio, (at.clientY - bounds.top - 8) * ratio];
    const { data: pixels } = canvas.getContext('2d')!.getImageData(x, y, 16 * ratio, 16 * ratio);
    return pixels.filter((alpha, i) => i % 4 === 3 && alpha > 150).length;
  };
  const [filled, hollow, cross] = [around(0), around(1), around(2)];
  expect(filled).toBeGreaterThan(hollow!);
  expect(hollow).not.toBe(cross);
  expect(cross).toBeGreaterThan(0);
});
