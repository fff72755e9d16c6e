import { describe, expect, test, vi } from 'vitest';
import { createDendrogram } from '../../src/charts/dendrogram/dendrogram.ts';
import { cutAnew, dendrogramExamples } from '../../src/charts/gallery/examples.ts';
import { palette } from '../../src/charts/palette.ts';
import { frames, hover, key, mounted, press } from './charts-support.ts';

const colors = palette('light');

describe('dendrogram', () => {
  test.each(Object.keys(dendrogramExamples))('"%s" draws a tree and says where it is cut', async (name) => {
    const data = dendrogramExamples[name]!(colors);
    const { root } = await mounted((node) => createDendrogram(node), data, [300, 240]);
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
    const { root, chart } = await mounted(
      (node) =>
        createDendrogram(node, {
          onCut(height, done) {
            cuts.push([height, done]);
            data = cutAnew(data, height);
            chart.update(data);
          },
        }),
      data,
      [300, 240],
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
    const { root, node } = await mounted(
      (given) => createDendrogram(given, { onSelect, onClearSelection, onHover }),
      data,
      [300, 240],
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
