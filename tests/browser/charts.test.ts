import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';
import { createContingency } from '../../src/charts/contingency/contingency.ts';
import { createDendrogram } from '../../src/charts/dendrogram/dendrogram.ts';
import {
  contingencyExamples,
  cutAnew,
  dendrogramExamples,
  silhouetteExamples,
  stageExamples,
  trackExamples,
} from '../../src/charts/gallery/examples.ts';
import { palette } from '../../src/charts/palette.ts';
import { createSilhouette } from '../../src/charts/silhouette/silhouette.ts';
import { createStage } from '../../src/charts/stage/stage.ts';
import { createTrack } from '../../src/charts/track/track.ts';
import { box, frames, hover, key, mounted, press } from './charts-support.ts';

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

describe('dendrogram', () => {
  test.each(Object.keys(dendrogramExamples))('"%s" draws a tree and says where it is cut', async (name) => {
    const data = dendrogramExamples[name]!(colors);
    const { root } = await mount((node) => createDendrogram(node), data, 300, 240);
    const line = root.querySelector('[role="slider"]')!;
    expect(root.getAttribute('aria-label')).toMatch(/^Dendrogram of \d+ flowers, cut at \S+ into \d+ cluster/);
    expect(line.getAttribute('aria-label')).toBe('Cut height');
    expect(line.getAttribute('aria-valuetext')).toMatch(new RegExp(`, ${data.clusters} clusters?$`));
    expect(root.querySelectorAll('.cs-dendrogram-tree path').length).toBeGreaterThan(2);
    expect(root.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
    expect(root.querySelector('.cs-dendrogram-merge circle') !== null).toBe(data.made !== null);
    expect(root.querySelector('.cs-dendrogram-row path') !== null).toBe(data.hovered !== null);
    const box = root.getBoundingClientRect();
    const words = root.querySelector('.cs-dendrogram-cut-words')!.getBoundingClientRect();
    expect(words.top).toBeGreaterThanOrEqual(box.top);
    expect(words.bottom).toBeLessThanOrEqual(box.bottom);
  });

  test('the line follows the hand at once and is told where, done at the end; keys go cluster by cluster', async () => {
    const cuts: [number, boolean][] = [];
    let data = dendrogramExamples['Few rows']!(colors);
    const { root, chart } = await mount(
      (node) =>
        createDendrogram(node, {
          onCut(height, done) {
            cuts.push([height, done]);
            data = cutAnew(data, height);
            chart.update(data);
          },
        }),
      data,
      300,
      240,
    );
    const line = root.querySelector('[role="slider"]')!;
    const { left, top } = root.getBoundingClientRect();
    const start = line.getBoundingClientRect().top + 9;
    press(line, [
      [left + 50, start],
      [left + 50, start - 30],
      [left + 50, top - 40],
    ]);
    await frames();
    expect(cuts.map(([, done]) => done)).toEqual([false, false, true]);
    expect(cuts[1]![0]).toBeGreaterThan(cuts[0]![0]);
    expect(data.clusters).toBe(1);
    const heard = vi.fn();
    root.parentElement!.addEventListener('keydown', heard);
    for (const clusters of [2, 3, 4]) {
      key(line, 'ArrowDown');
      expect(data.clusters).toBe(clusters);
    }
    key(line, 'ArrowUp');
    expect(data.clusters).toBe(3);
    expect(cuts.at(-1)![1]).toBe(true);
    expect(heard).not.toHaveBeenCalled();
    await frames();
    expect(line.getAttribute('aria-valuetext')).toMatch(/, 3 clusters$/);
  });

  test('a click takes what was merged there, arrows walk the tree, Escape gives up', async () => {
    const onSelect = vi.fn();
    const onClearSelection = vi.fn();
    const onHover = vi.fn();
    const data = dendrogramExamples['Few rows']!(colors);
    const { root, node } = await mount(
      (given) => createDendrogram(given, { onSelect, onClearSelection, onHover }),
      data,
      300,
      240,
    );
    const svg = root.querySelector('svg')!;
    const { left, top } = root.getBoundingClientRect();
    const click = (x: number, y: number) =>
      svg.dispatchEvent(new PointerEvent('click', { bubbles: true, clientX: left + x, clientY: top + y }));
    click(40, 218 - 1);
    expect(onSelect.mock.lastCall![0]).toHaveLength(1);
    click(40, 218 - 105);
    const first = onSelect.mock.lastCall![0] as Int32Array;
    expect(first.length).toBeGreaterThan(5);
    expect(first).toEqual(first.slice().sort());
    click(40, 2);
    expect(onClearSelection).toHaveBeenCalledTimes(1);
    hover(svg, left + 40, top + 216);
    expect(onHover).toHaveBeenLastCalledWith(expect.any(Number), left + 40, top + 216);
    hover(svg, left + 40, top + 100);
    expect(root.querySelector('[role="status"]')!.textContent).toMatch(/^\d+ flowers, merged at/);
    expect(onHover).toHaveBeenLastCalledWith(null, expect.any(Number), expect.any(Number));
    svg.dispatchEvent(new PointerEvent('pointerleave'));

    const heard = vi.fn();
    node.addEventListener('keydown', heard);
    key(root, 'ArrowDown');
    key(root, 'Enter');
    expect(onSelect.mock.lastCall![0]).toHaveLength(24);
    key(root, 'ArrowDown');
    key(root, 'Enter');
    const part = (onSelect.mock.lastCall![0] as Int32Array).length;
    key(root, 'ArrowRight');
    key(root, 'Enter');
    expect((onSelect.mock.lastCall![0] as Int32Array).length).toBe(24 - part);
    expect(heard).not.toHaveBeenCalled();
    key(root, 'Escape');
    expect(onClearSelection).toHaveBeenCalledTimes(2);
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

describe('axe finds nothing serious', () => {
  const all = (scheme: 'light' | 'dark') => [
    ...Object.entries(stageExamples).map(([name, make]) => {
      return [
        `stage: ${name}`,
        (node: HTMLElement) => {
          const chart = createStage(node, { onCenterDrag() {} });
          chart.update(make(palette(scheme)));
          return chart;
        },
      ] as const;
    }),
    ...Object.entries(trackExamples).map(([name, data]) => {
      return [
        `track: ${name}`,
        (node: HTMLElement) => {
          const chart = createTrack(node);
          chart.update(data);
          return chart;
        },
      ] as const;
    }),
    ...Object.entries(silhouetteExamples).map(([name, make]) => {
      return [
        `silhouette: ${name}`,
        (node: HTMLElement) => {
          const chart = createSilhouette(node);
          chart.update(make(palette(scheme)));
          return chart;
        },
      ] as const;
    }),
    ...Object.entries(dendrogramExamples).map(([name, make]) => {
      return [
        `dendrogram: ${name}`,
        (node: HTMLElement) => {
          const chart = createDendrogram(node);
          chart.update(make(palette(scheme)));
          return chart;
        },
      ] as const;
    }),
    ...Object.entries(contingencyExamples).map(([name, make]) => {
      return [
        `contingency: ${name}`,
        (node: HTMLElement) => {
          const chart = createContingency(node);
          chart.update(make(palette(scheme)));
          return chart;
        },
      ] as const;
    }),
  ];

  test.each(['light', 'dark'] as const)('in the %s theme', async (scheme) => {
    document.documentElement.dataset.mantineColorScheme = scheme;
    const charts = all(scheme).map(([name, create]) => {
      const node = box(420, 320);
      node.style.position = 'static';
      node.dataset.name = name;
      return { node, chart: create(node) };
    });
    await frames();
    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    for (const { node, chart } of charts) {
      chart.destroy();
      node.remove();
    }
    document.documentElement.removeAttribute('data-mantine-color-scheme');
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
