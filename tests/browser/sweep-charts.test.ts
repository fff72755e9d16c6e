import { describe, expect, test, vi } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';
import { createSweepHeat } from '../../src/charts/sweep/heat.ts';
import { createKDistance, type KDistanceData } from '../../src/charts/sweep/k-distance.ts';
import { createSweepLines } from '../../src/charts/sweep/lines.ts';
import type { SweepAxis, SweepHeatData, SweepLinesData } from '../../src/charts/sweep/types.ts';
import { frames, hover, key, mounted } from './charts-support.ts';

const axis = (title: string, count: number): SweepAxis => ({
  title,
  places: Array.from({ length: count }, (_, i) => ({ label: String(i + 1), value: i + 1 })),
  log: false,
});
const heat: SweepHeatData = {
  x: axis('eps', 5),
  y: axis('min_samples', 4),
  values: Array.from({ length: 20 }, (_, i) => (i === 7 ? null : i / 20)),
  failed: Array.from({ length: 20 }, (_, i) => i === 7),
  range: [0, 1],
  colors: ['#000000', '#ffffff'],
  best: 6,
  cursor: null,
  label: 'Silhouette',
  format: String,
  words: String,
};
const lines: SweepLinesData = {
  x: axis('n_clusters', 5),
  left: { title: 'inertia', values: [5, 4, null, 2, 1], band: null, errors: null, range: [0, null] },
  right: null,
  marks: [],
  failed: [false, false, true, false, false],
  best: 1,
  cursor: null,
  label: 'Inertia',
  words: (place) => `place ${place}`,
};
const distances: KDistanceData = {
  distances: Float64Array.from([0, 0.1, 0.2, 0.3, 1]),
  eps: 0.5,
  knee: 3,
  label: 'Distances',
  xTitle: 'rows',
  yTitle: 'distance',
};

const mount = <Data>(create: (node: HTMLElement) => Chart<Data>, data: Data) => mounted(create, data, [500, 400]);

describe.each([
  // Cells of 500 - 76 - 16 over 5 by 44 pixels, the first row the lowest: cell 8 is the fourth of the second row.
  {
    name: 'heat map',
    create: createSweepHeat,
    data: heat,
    at: [76 + 3.5 * 81.6, 8 + 2.5 * 44],
    there: 8,
    off: [20, 20],
  },
  { name: 'lines', create: createSweepLines, data: lines, at: [60 + 8 + 3 * 102, 100], there: 3, off: null },
] as const)('$name', ({ create, data, at, there, off }) => {
  const build = create as unknown as (node: HTMLElement, callbacks: object) => Chart<object>;
  const walk = async () => {
    const callbacks = { onWalk: vi.fn(), onPick: vi.fn() };
    return { ...(await mount<object>((node) => build(node, callbacks), data)), ...callbacks };
  };

  test('the hand walks to the place under it, a click picks it, leaving leaves', async () => {
    const { root, onWalk, onPick } = await walk();
    hover(root, 10 + at[0], 10 + at[1]);
    expect(onWalk).toHaveBeenLastCalledWith(there);
    root.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 10 + at[0], clientY: 10 + at[1] }));
    expect(onPick).toHaveBeenCalledExactlyOnceWith(there);
    if (off) {
      hover(root, 10 + off[0], 10 + off[1]);
      root.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 10 + off[0], clientY: 10 + off[1] }));
      expect(onWalk).toHaveBeenLastCalledWith(null);
      expect(onPick).toHaveBeenCalledTimes(1);
    }
    root.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    expect(onWalk).toHaveBeenLastCalledWith(null);
  });

  test('a finger walks with its first tap on a place and picks with the second', async () => {
    const { chart, root, onWalk, onPick } = await walk();
    const tap = () => {
      const where = { bubbles: true, pointerType: 'touch', clientX: 10 + at[0], clientY: 10 + at[1] };
      for (const type of ['pointerdown', 'pointermove', 'click']) root.dispatchEvent(new PointerEvent(type, where));
    };
    tap();
    expect(onWalk).toHaveBeenLastCalledWith(there);
    expect(onPick).not.toHaveBeenCalled();
    chart.update({ ...data, cursor: there });
    tap();
    expect(onPick).toHaveBeenCalledExactlyOnceWith(there);
  });

  test('keys walk from what is marked, Enter picks, Escape leaves only where it is walked; others go on', async () => {
    const { chart, root, onWalk, onPick } = await walk();
    expect(key(root, 'Escape').defaultPrevented).toBe(false);
    expect(key(root, 'ArrowRight').defaultPrevented).toBe(true);
    expect(onWalk).toHaveBeenLastCalledWith(data.best! + 1);
    chart.update({ ...data, cursor: there });
    key(root, 'Enter');
    expect(onPick).toHaveBeenLastCalledWith(there);
    key(root, 'ArrowLeft');
    expect(onWalk).toHaveBeenLastCalledWith(there - 1);
    key(root, 'Escape');
    expect(onWalk).toHaveBeenLastCalledWith(null);
    expect(key(root, ' ').defaultPrevented).toBe(false);
  });

  test('where only the cursor moves the rest stays as it is drawn', async () => {
    const { chart, root } = await walk();
    const words = [...root.querySelectorAll('.tick')];
    expect(words.length).toBeGreaterThan(4);
    expect(root.querySelector('[class*=cursor]')).toBeNull();
    chart.update({ ...data, cursor: there });
    await frames();
    expect([...root.querySelectorAll('.tick')]).toEqual(words);
    expect(words.every((word) => word.isConnected)).toBe(true);
    expect(root.querySelector('[class*=cursor]')).not.toBeNull();
    chart.update({ ...data, label: 'another' });
    await frames();
    expect(words.some((word) => word.isConnected)).toBe(false);
    expect(root.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
  });
});

test('up and down go from row to row of a heat map', async () => {
  const onWalk = vi.fn();
  const { root } = await mount((node) => createSweepHeat(node, { onWalk, onPick() {} }), heat);
  key(root, 'ArrowUp');
  expect(onWalk).toHaveBeenLastCalledWith(11);
  key(root, 'ArrowDown');
  expect(onWalk).toHaveBeenLastCalledWith(1);
});

test('the line of eps is moved by keys and by hand, and the curve stays', async () => {
  const onEps = vi.fn();
  const { chart, root } = await mount((node) => createKDistance(node, { onEps }), distances);
  const handle = root.querySelector('[role=slider]')!;
  const curve = root.querySelector('path.curve')!;
  expect(handle.getAttribute('aria-valuenow')).toBe('0.5');
  key(handle, 'ArrowDown');
  expect(onEps).toHaveBeenLastCalledWith(0.49, true);
  chart.update({ ...distances, eps: 0.49 });
  await frames();
  expect(handle.getAttribute('aria-valuenow')).toBe('0.49');
  expect(curve.isConnected).toBe(true);
});
