import { expect, test, vi } from 'vitest';
import { stageStep } from '../../src/charts/gallery/examples.ts';
import { frames, key, press, stopTimers } from './charts-support.ts';
import { colors, mount, still } from './stage-support.ts';

test('a centre that is dragged follows the pointer, tells where it is, and says when it is let go', async () => {
  const onCenterDrag = vi.fn();
  const data = still(stageStep(4, colors));
  const { node, stage } = await mount(data, { onCenterDrag });
  const handle = node.querySelector<SVGGElement>('[aria-label="Centre 1"]')!;
  const { left, top, width, height } = handle.querySelector('.cs-center-disc')!.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  press(handle, [[x, y] as const, [x + 30, y] as const, [x + 60, y - 40] as const]);
  const [label, px, py, done] = onCenterDrag.mock.lastCall!;
  expect([label, done]).toEqual([1, true]);
  expect(px).toBeGreaterThan(data.centers[1]!.x);
  expect(py).toBeGreaterThan(data.centers[1]!.y);
  await frames();
  expect(handle.querySelector('.cs-center-disc')!.getBoundingClientRect().left - left).toBeCloseTo(60, 1);
  // A press on a handle is no lasso and no pan.
  expect(node.querySelector<HTMLElement>('.cs-plot')!.dataset.zoomed).not.toBe('true');
  stage.update({
    ...data,
    centers: data.centers.map((center) => (center.label === 1 ? { ...center, x: px, y: py } : center)),
  });
  await frames();
  expect(handle.querySelector('.cs-center-disc')!.getBoundingClientRect().left - left).toBeCloseTo(60, 1);
});

test('while a centre is held, an update that comes late does not take it away', async () => {
  const moves: boolean[] = [];
  const data = still(stageStep(4, colors));
  const { node, stage } = await mount(data, { onCenterDrag: (_, __, ___, done) => moves.push(done) });
  const handle = node.querySelector<SVGGElement>('[aria-label="Centre 0"]')!;
  const before = handle.getBoundingClientRect().left;
  const dots = () => node.querySelectorAll('.cs-trail-dots circle').length;
  const dotsBefore = dots();
  stopTimers();
  handle.focus();
  key(handle, 'ArrowRight');
  await frames();
  // Its way ends where it would go, not at the hand.
  expect(dots()).toBe(dotsBefore + 1);
  const held = handle.getBoundingClientRect().left;
  expect(held).toBeGreaterThan(before + 3);
  stage.update({ ...data });
  await frames();
  expect(handle.getBoundingClientRect().left).toBeCloseTo(held, 3);
  expect(moves).toEqual([false]);
});

test('arrow keys move a centre by a hundredth of the domain, Enter lets go, and the page hears none of it', async () => {
  const onCenterDrag = vi.fn();
  const data = still(stageStep(4, colors));
  const { node } = await mount(data, { onCenterDrag });
  const heard = vi.fn();
  node.addEventListener('keydown', heard);
  const handle = node.querySelector<SVGGElement>('[aria-label="Centre 2"]')!;
  expect([handle.getAttribute('role'), handle.tabIndex]).toEqual(['button', 0]);
  expect(key(handle, 'ArrowRight').defaultPrevented).toBe(true);
  key(handle, 'ArrowUp', { shiftKey: true });
  key(handle, 'Enter');
  expect(heard).not.toHaveBeenCalled();
  const [label, x, y, done] = onCenterDrag.mock.lastCall!;
  expect([label, done]).toEqual([2, true]);
  expect((x - data.centers[2]!.x) / (y - data.centers[2]!.y)).toBeGreaterThan(0);
  const ticks = [...node.querySelectorAll('.cs-ticks-x text')].map((text) => Number(text.textContent));
  const span = ticks.at(-1)! - ticks[0]!;
  expect(x - data.centers[2]!.x).toBeGreaterThan(span * 0.009);
  expect(x - data.centers[2]!.x).toBeLessThan(span * 0.02);
});

test('without a listener the centres are no controls', async () => {
  const { node } = await mount(still(stageStep(4, colors)));
  expect(node.querySelectorAll('.cs-center[tabindex], .cs-center[role]').length).toBe(0);
});
