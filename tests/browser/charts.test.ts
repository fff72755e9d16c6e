import { describe, expect, test, vi } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';
import { createContingency } from '../../src/charts/contingency/contingency.ts';
import { contingencyExamples, silhouetteExamples, trackExamples } from '../../src/charts/gallery/examples.ts';
import { palette } from '../../src/charts/palette.ts';
import { createSilhouette } from '../../src/charts/silhouette/silhouette.ts';
import { createTrack } from '../../src/charts/track/track.ts';
import { hover, key, mounted, press } from './charts-support.ts';

const colors = palette('light');

const mount = <Data>(create: (node: HTMLElement) => Chart<Data>, data: Data, width = 320, height = 200) =>
  mounted(create, data, [width, height]);

describe('track', () => {
  test.each(Object.entries(trackExamples))('"%s" says where it is', async (_, data) => {
    const { root } = await mount((node) => createTrack(node), data, 600, 40);
    expect(root.getAttribute('role')).toBe('slider');
    expect(root.getAttribute('aria-label')).toBe('Step');
    expect(['min', 'max', 'now', 'text'].map((name) => root.getAttribute(`aria-value${name}`))).toEqual([
      '0',
      String(data.scores.length - 1),
      String(data.index),
      data.valueText,
    ]);
    expect(root.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    const defined = data.scores.filter((score) => score !== null).length;
    expect(root.querySelectorAll('.cs-track-dots circle').length).toBe(defined > 60 ? 0 : defined);
  });

  test('a press goes to the nearest frame, a drag goes on, and the same frame is not asked for twice', async () => {
    const seeks: number[] = [];
    const data = { ...trackExamples.Gaps!, animate: false };
    const { root, chart } = await mount(
      (node) =>
        createTrack(node, {
          onSeek(index) {
            seeks.push(index);
            chart.update({ ...data, index });
          },
        }),
      data,
      616,
      40,
    );
    const { left, top } = root.getBoundingClientRect();
    const at = (frame: number) => [left + 8 + (frame / 7) * 600, top + 20] as const;
    press(root, [at(0), at(0.3), at(1.1), at(5.6), at(9)]);
    expect(seeks).toEqual([0, 1, 6, 7]);
    expect(root.getAttribute('aria-valuenow')).toBe('7');
    hover(root, ...at(2));
    expect(seeks.length).toBe(4);
  });

  test('keys seek, and the page does not hear them; a track of one frame asks for nothing', async () => {
    const onSeek = vi.fn();
    const { root, node } = await mount((n) => createTrack(n, { onSeek }), trackExamples['300 frames']!, 600, 40);
    const heard = vi.fn();
    node.addEventListener('keydown', heard);
    for (const [name, target] of [
      ['ArrowRight', 121],
      ['ArrowLeft', 119],
      ['PageUp', 150],
      ['PageDown', 90],
      ['Home', 0],
      ['End', 299],
    ] as const) {
      key(root, name);
      expect(onSeek).toHaveBeenLastCalledWith(target);
    }
    expect(heard).not.toHaveBeenCalled();
    key(root, ' ');
    expect(heard).toHaveBeenCalledTimes(1);
    const single = vi.fn();
    const one = await mount((n) => createTrack(n, { onSeek: single }), trackExamples['One frame']!, 600, 40);
    for (const name of ['ArrowRight', 'End', 'Home']) key(one.root, name);
    expect(single).not.toHaveBeenCalled();
  });
});

describe('silhouette', () => {
  test.each(Object.keys(silhouetteExamples))('"%s" draws its bars, or says why there are none', async (name) => {
    const data = silhouetteExamples[name]!(colors);
    const { root } = await mount((node) => createSilhouette(node), data);
    const canvas = root.querySelector('canvas')!;
    const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
    const drawn = pixels.some((v, i) => i % 4 === 3 && v > 0);
    expect(drawn).toBe(data.values !== null);
    expect(root.querySelector<HTMLElement>('.cs-silhouette-empty')!.checkVisibility()).toBe(data.values === null);
    expect(root.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    const mean = root.querySelector<SVGTextElement>('.cs-silhouette-mean text');
    expect(mean?.textContent ?? null).toBe(data.mean === null ? null : `mean ${data.mean.toFixed(2)}`);
    if (!mean) return;
    // It lies in the node and on no other word.
    const place = mean.getBoundingClientRect();
    expect(place.right).toBeLessThanOrEqual(root.getBoundingClientRect().right + 1);
    for (const other of root.querySelectorAll('text')) {
      if (other === mean) continue;
      const { left, right, top, bottom } = other.getBoundingClientRect();
      const apart = right <= place.left || left >= place.right || bottom <= place.top || top >= place.bottom;
      expect(apart, other.textContent).toBe(true);
    }
  });

  test('a brush selects the rows under it: live when it replaces, at its end when it adds', async () => {
    const data = silhouetteExamples.Petals!(colors);
    const onSelect = vi.fn();
    const { root } = await mount((node) => createSilhouette(node, { onSelect }), data);
    const { left, top, height } = root.getBoundingClientRect();
    const x = left + 100;
    press(root, [
      [x, top + 22],
      [x, top + 80],
      [x, top + height - 20],
    ]);
    expect(onSelect.mock.lastCall![0].length).toBe(150);
    expect(onSelect.mock.lastCall![1]).toBe('replace');
    onSelect.mockClear();
    press(
      root,
      [
        [x, top + 24],
        [x, top + 34],
      ],
      { shiftKey: true },
    );
    expect(onSelect).toHaveBeenCalledTimes(1);
    const [rows, mode] = onSelect.mock.lastCall!;
    expect(mode).toBe('add');
    expect(rows.length).toBeGreaterThan(5);
    expect([...rows].every((row: number) => data.labels[row] === 0)).toBe(true);
  });

  test('a click takes a row, or the whole cluster on its number; keys walk the rows', async () => {
    const data = silhouetteExamples.Petals!(colors);
    const onSelect = vi.fn();
    const onHover = vi.fn();
    const onClearSelection = vi.fn();
    const { root } = await mount((node) => createSilhouette(node, { onSelect, onHover, onClearSelection }), data);
    const { left, top } = root.getBoundingClientRect();
    press(root, [[left + 60, top + 30]]);
    expect(onSelect.mock.lastCall![0].length).toBe(1);
    press(root, [[left + 4, top + 30]]);
    expect(onSelect.mock.lastCall![0].length).toBe(data.labels.filter((label) => label === 0).length);
    key(root, 'ArrowDown');
    key(root, 'ArrowDown');
    const [row] = onHover.mock.lastCall!;
    expect(data.labels[row]).toBe(0);
    key(root, 'Enter', { altKey: true });
    expect(onSelect).toHaveBeenLastCalledWith(Int32Array.of(row), 'remove');
    key(root, 'Escape');
    expect(onClearSelection).toHaveBeenCalledTimes(1);
  });
});

describe('contingency', () => {
  test.each(Object.keys(contingencyExamples))('"%s" has a button for every cell', async (name) => {
    const data = contingencyExamples[name]!(colors);
    const { root } = await mount((node) => createContingency(node), data);
    const cells = [...root.querySelectorAll('button')];
    expect(cells.length).toBe(data.classNames.length * data.clusters.length);
    const sum = cells.reduce((total, cell) => total + Number(cell.textContent), 0);
    expect(sum).toBe(data.classes.length);
    expect(cells.filter((cell) => cell.tabIndex === 0).length).toBe(1);
    // A table that is wider than its node scrolls; 4 px at either side are for the rings of selected cells.
    expect(root.getBoundingClientRect().right).toBeLessThanOrEqual(10 + 320 + 4);
  });

  test('a cell is named, selects its rows with the keys held, and shows what is selected of it', async () => {
    const data = contingencyExamples['Species by cluster']!(colors);
    const onSelect = vi.fn();
    const { root, chart } = await mount((node) => createContingency(node, { onSelect }), data);
    const count = data.labels.filter((label, i) => label === 1 && data.classes[i] === 1).length;
    const cell = root.querySelector<HTMLButtonElement>(`[aria-label="versicolor in cluster 1: ${count}"]`)!;
    cell.click();
    const [rows, mode] = onSelect.mock.lastCall!;
    expect([rows.length, mode]).toEqual([count, 'replace']);
    cell.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    expect(onSelect.mock.lastCall![1]).toBe('add');
    chart.update({ ...data, selection: new Set(rows) });
    expect(cell.getAttribute('aria-pressed')).toBe('true');
    chart.update({ ...data, selection: new Set([rows[0]]) });
    expect(cell.getAttribute('aria-pressed')).toBe('mixed');
    const zero = root.querySelector<HTMLButtonElement>('[aria-label="setosa in cluster 2: 0"]')!;
    onSelect.mockClear();
    zero.click();
    expect(onSelect).not.toHaveBeenCalled();
  });

  test('arrows move the focus from cell to cell and stop at the edge', async () => {
    const { root } = await mount((node) => createContingency(node), contingencyExamples.Selection!(colors));
    root.querySelector<HTMLButtonElement>('button[tabindex="0"]')!.focus();
    const focused = () => document.activeElement!.getAttribute('aria-label');
    for (const name of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown']) key(document.activeElement!, name);
    expect(focused()).toMatch(/^virginica in cluster 1/);
  });
});
