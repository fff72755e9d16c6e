import { afterEach, expect, test, vi } from 'vitest';
import { stageExamples, stageHover, stageStep } from '../../src/charts/gallery/examples.ts';
import { blobs } from '../../src/charts/gallery/samples.ts';
import { GLIDE } from '../../src/charts/stage/motion.ts';
import { clock, frames, hover, key, press } from './charts-support.ts';
import { colors, mount, still } from './stage-support.ts';

afterEach(() => vi.restoreAllMocks());

/** What is on the canvas at a client coordinate. */
function pixelAt(node: HTMLElement, clientX: number, clientY: number): number[] {
  const canvas = node.querySelector<HTMLCanvasElement>('.cs-points canvas')!;
  const bounds = canvas.getBoundingClientRect();
  const ratio = canvas.width / bounds.width;
  const context = canvas.getContext('2d')!;
  return [...context.getImageData((clientX - bounds.left) * ratio, (clientY - bounds.top) * ratio, 1, 1).data];
}

test.each(Object.keys(stageExamples))(
  '"%s" draws a mark at the place of every point, and nothing is not a number',
  async (name) => {
    const data = still(stageExamples[name]!(colors));
    const { node, stage } = await mount(data);
    const places = Array.from(data.x.keys(), (row) => stage.locate(row));
    expect(places).not.toContain(null);
    // A hollow mark's middle has only a veil of the ground, yet it has it.
    const drawn = places.filter((at) => pixelAt(node, at!.clientX, at!.clientY)[3]! > 0);
    expect(drawn.length).toBe(data.x.length);
    expect(node.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    expect(node.querySelectorAll('.cs-center').length).toBe(data.centers.length);
    expect(node.querySelectorAll('.cs-regions path').length).toBe(data.regions.length);
    expect(node.querySelector('[role=img]')!.getAttribute('aria-label')).toBe(data.summary);
  },
);

test('many points wear their colours as few do', async () => {
  const sample = blobs(3000, [[0, 0, 0.01] as const, [5, 5, 0.01] as const], 1);
  const data = { ...still(stageExamples['10,000 points']!(colors)), x: sample.x, y: sample.y };
  const { node, stage } = await mount({ ...data, labels: sample.classes, colorOf: sample.classes });
  for (const [row, color] of [
    [0, [0x00, 0x72, 0xb2]],
    [2999, [0xe6, 0x9f, 0x00]],
  ] as const) {
    const at = stage.locate(row)!;
    const [r, g, b, alpha] = pixelAt(node, at.clientX, at.clientY);
    expect(Math.max(Math.abs(r! - color[0]), Math.abs(g! - color[1]), Math.abs(b! - color[2]))).toBeLessThan(6);
    expect(alpha).toBeGreaterThan(200);
  }
});

test('what is not selected is muted, and what changed is outlined', async () => {
  const base = still(stageStep(0, colors));
  const data = {
    ...base,
    x: Float64Array.of(1, 2, 3),
    y: Float64Array.of(1, 1, 1),
    centers: [],
    regions: [],
    shapeOf: null,
  };
  const three = { ...data, labels: Int32Array.of(0, 0, 0), colorOf: Int32Array.of(0, 0, 0), changed: Int32Array.of(2) };
  const { node, stage } = await mount({ ...three, selection: new Set([0, 2]) });
  const alphaOf = (row: number, aside = 0) => {
    const at = stage.locate(row)!;
    return pixelAt(node, at.clientX + aside, at.clientY)[3]!;
  };
  expect(alphaOf(1)).toBeLessThan(alphaOf(0) / 3);
  // The outline reaches 5 px from the middle, where an ordinary mark of 3.75 px has ended but for its faint edge.
  expect(alphaOf(2, 5)).toBeGreaterThan(100);
  expect(alphaOf(0, 5)).toBeLessThan(alphaOf(2, 5) / 2);
});

test('the pointer finds the nearest point, tells it once, and nothing where there is none', async () => {
  const onHover = vi.fn();
  const { stage, plot } = await mount(still(stageStep(4, colors)), { onHover });
  const at = stage.locate(149)!;
  hover(plot, at.clientX + 2, at.clientY);
  hover(plot, at.clientX + 1, at.clientY);
  expect(onHover).toHaveBeenCalledExactlyOnceWith(149, at.clientX, at.clientY);
  const { right, top } = plot.getBoundingClientRect();
  hover(plot, right - 2, top + 2);
  expect(onHover).toHaveBeenLastCalledWith(null, 0, 0);
});

test('spokes join the hovered point to every centre, the nearest solid', async () => {
  const data = still(stageHover(colors));
  const { node, stage } = await mount(data);
  const lines = [...node.querySelectorAll<SVGLineElement>('.cs-spokes line')];
  expect(lines.length).toBe(3);
  expect(node.querySelectorAll('.cs-spoke-nearest').length).toBe(1);
  const at = stage.locate(data.hovered!)!;
  const { left } = node.querySelector('.cs-plot')!.getBoundingClientRect();
  for (const line of lines) expect(line.x1.baseVal.value).toBeCloseTo(at.clientX - left, 1);
  expect(node.querySelectorAll('.cs-hover circle').length).toBe(1);
});

const around = (x: number, y: number, r: number) =>
  [0, 1, 2, 3, 4, 5, 6].map((i) => [x + r * Math.cos(i), y + r * Math.sin(i)] as const);

test.each([
  [{ shiftKey: true }, 'add'],
  [{ altKey: true }, 'remove'],
] as const)('a lasso with %o selects what it rings: %s', async (keys, mode) => {
  const onSelect = vi.fn();
  const data = still(stageStep(4, colors));
  const { stage, plot, node } = await mount(data, { onSelect });
  const at = stage.locate(10)!;
  press(plot, around(at.clientX, at.clientY, 60), keys);
  expect(onSelect).toHaveBeenCalledTimes(1);
  const [rows, said] = onSelect.mock.calls[0]!;
  expect(said).toBe(mode);
  expect(rows).toContain(10);
  expect([...rows].every((row: number) => data.labels[row] === 0)).toBe(true);
  expect(node.querySelector('.cs-lasso')!.getAttribute('d')).toBeNull();
});

test('with the lasso as tool a plain drag replaces; with the hand it selects nothing', async () => {
  const onSelect = vi.fn();
  const data = still(stageStep(4, colors));
  const { stage, plot } = await mount(data, { onSelect });
  const at = stage.locate(10)!;
  press(plot, around(at.clientX, at.clientY, 60));
  expect(onSelect).not.toHaveBeenCalled();
  stage.update({ ...data, tool: 'lasso' });
  press(plot, around(at.clientX, at.clientY, 60));
  expect(onSelect).toHaveBeenCalledWith(expect.any(Int32Array), 'replace');
});

test('the wheel zooms about the pointer; a double click shows the whole again; + and 0 do the same', async () => {
  const { stage, plot, node } = await mount(still(stageStep(4, colors)));
  const at = stage.locate(10)!;
  const far = stage.locate(149)!;
  const wheel = {
    deltaY: -300,
    bubbles: true,
    cancelable: true,
    clientX: at.clientX,
    clientY: at.clientY,
    view: window,
  };
  plot.dispatchEvent(new WheelEvent('wheel', wheel));
  await frames();
  const zoomed = stage.locate(10)!;
  expect(Math.hypot(zoomed.clientX - at.clientX, zoomed.clientY - at.clientY)).toBeLessThan(1);
  expect(stage.locate(149)).toBeNull();
  plot.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, cancelable: true }));
  await expect.poll(() => stage.locate(149)?.clientX).toBeCloseTo(far.clientX, 3);
  const root = node.querySelector<HTMLElement>('.cs-stage')!;
  key(root, '+');
  await expect.poll(() => plot.dataset.zoomed).toBe('true');
  key(root, '0');
  await expect.poll(() => stage.locate(149)?.clientX).toBeCloseTo(far.clientX, 3);
});

test('the keyboard walks from point to point and selects; arrows are the page’s until then', async () => {
  const onHover = vi.fn();
  const onSelect = vi.fn();
  const onClearSelection = vi.fn();
  const { node } = await mount(still(stageStep(4, colors)), { onHover, onSelect, onClearSelection });
  const root = node.querySelector<HTMLElement>('.cs-stage')!;
  expect(key(root, 'ArrowRight').defaultPrevented).toBe(false);
  key(root, 'Enter');
  const first = onHover.mock.lastCall![0];
  expect(first).toBeTypeOf('number');
  expect(key(root, 'ArrowRight').defaultPrevented).toBe(true);
  const second = onHover.mock.lastCall![0];
  expect(second).not.toBe(first);
  expect(onHover.mock.lastCall![1]).toBeGreaterThan(onHover.mock.calls[0]![1]);
  key(root, 'Enter', { shiftKey: true });
  expect(onSelect).toHaveBeenCalledWith(Int32Array.of(second), 'add');
  key(root, 'Escape');
  expect(onHover).toHaveBeenLastCalledWith(null, 0, 0);
  expect(onClearSelection).toHaveBeenCalledTimes(1);
});

test('the keyboard zooms around its point, takes the view along, and selects all in view', async () => {
  const onHover = vi.fn();
  const onSelect = vi.fn();
  const data = still(stageStep(4, colors));
  const { node, stage } = await mount(data, { onHover, onSelect });
  const root = node.querySelector<HTMLElement>('.cs-stage')!;
  const isSeen = (row: number) => stage.locate(row) !== null;
  const seen = () => [...data.x.keys()].filter(isSeen);
  key(root, 'Enter');
  const first = onHover.mock.lastCall![0];
  const before = stage.locate(first)!;
  // Without motion a key has done its work when it returns.
  vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
  for (let i = 0; i < 4; i++) key(root, '+');
  expect(stage.locate(first)!.clientX).toBeCloseTo(before.clientX, 0);
  expect(seen().length).toBeLessThan(data.x.length / 2);
  for (let i = 0; i < 12; i++) {
    key(root, 'ArrowLeft');
    expect(isSeen(onHover.mock.lastCall![0])).toBe(true);
  }
  expect(isSeen(first)).toBe(false);
  key(root, 'a', { code: 'KeyA', shiftKey: true });
  const [rows, mode] = onSelect.mock.lastCall!;
  expect(mode).toBe('add');
  expect([...rows]).toEqual(seen());
  expect(rows.length).toBeGreaterThan(0);
});

test('centres and points glide to their new places, and jump when told to', async () => {
  const data = stageStep(3, colors);
  const { node, stage } = await mount(data);
  const place = () => node.querySelector<SVGGElement>('.cs-center[data-label="1"]')!.getBoundingClientRect().left;
  const before = place();
  const frameAt = clock();
  stage.update(stageStep(6, colors));
  frameAt(GLIDE / 4);
  const under = place();
  expect(under).toBeGreaterThan(before);
  frameAt(GLIDE);
  expect(place()).toBeGreaterThan(Math.max(under, before + 20));
  stage.update(still(data));
  frameAt(GLIDE);
  expect(place()).toBeCloseTo(before, 3);
});

test('the same projection keeps its axes while points move inside them; another gets its own', async () => {
  const data = still(stageStep(4, colors));
  const { node, stage } = await mount(data);
  const ticks = () => [...node.querySelectorAll('.cs-ticks text')].map((text) => text.textContent).join(' ');
  const before = ticks();
  stage.update({ ...data, x: data.x.map((v) => 3 + (v - 3) / 2) });
  await frames();
  expect(ticks()).toBe(before);
  stage.update({ ...data, x: data.x.map((v) => 3 + (v - 3) / 2), axes: { ...data.axes, key: 'other' } });
  await frames();
  expect(ticks()).not.toBe(before);
});

test.each([
  [360, 420],
  [800, 600],
] as const)('in %i × %i no tick and no title is cut off', async (width, height) => {
  const { node } = await mount(still(stageExamples['Far from zero, a constant column']!(colors)), {}, [width, height]);
  const bounds = node.getBoundingClientRect();
  for (const text of node.querySelectorAll('.cs-axes text')) {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    expect(left, text.textContent).toBeGreaterThanOrEqual(bounds.left - 1);
    expect(right, text.textContent).toBeLessThanOrEqual(bounds.right + 1);
    expect(top, text.textContent).toBeGreaterThanOrEqual(bounds.top - 1);
    expect(bottom, text.textContent).toBeLessThanOrEqual(bounds.bottom + 1);
  }
});

test('a change of size keeps every point in the picture', async () => {
  const data = still(stageStep(4, colors));
  const { node, stage, plot } = await mount(data);
  node.style.width = '420px';
  await expect.poll(() => plot.getBoundingClientRect().right).toBeLessThan(430);
  await expect.poll(() => Array.from(data.x.keys(), (row) => stage.locate(row))).not.toContain(null);
});
