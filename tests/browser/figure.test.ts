import { barY, dot, ruleY } from '@observablehq/plot';
import { describe, expect, test, vi } from 'vitest';
import { placedRows } from '../../src/charts/explore/rows.ts';
import { exportPng, exportSvg } from '../../src/charts/figure/export-svg.ts';
import { createFigure } from '../../src/charts/figure/figure.ts';
import type { FigureCallbacks, FigureContext, FigureData } from '../../src/charts/figure/types.ts';
import { frames, mounted, placed } from './charts-support.ts';

const bars = [
  { species: 'setosa', count: 50 },
  { species: 'versicolor', count: 48 },
];
const example: FigureData = {
  label: 'Flowers by species',
  draw: ({ theme }) => ({
    height: 160,
    x: { label: null },
    y: { label: 'flowers' },
    marks: [
      barY(bars, { x: 'species', y: 'count', fill: 'var(--cs-accent)', tip: true }),
      ruleY([0], { stroke: theme.line }),
    ],
  }),
};

async function mount(data: FigureData, callbacks: FigureCallbacks = {}, width = 400) {
  const { chart, node } = await mounted((place) => createFigure(place, callbacks), data, [width, 300]);
  return { node, figure: chart };
}

describe('a figure', () => {
  test('is a named image as wide as its node, drawn anew for another width and another theme', async () => {
    const seen: FigureContext[] = [];
    const { node } = await mount({
      ...example,
      draw: (context) => {
        seen.push(context);
        return example.draw(context);
      },
    });
    const svg = node.querySelector('svg')!;
    expect(svg.parentElement!.getAttribute('role')).toBe('img');
    expect(svg.parentElement!.getAttribute('aria-label')).toBe('Flowers by species');
    expect(svg.getAttribute('width')).toBe('400');
    node.style.width = '300px';
    await expect.poll(() => node.querySelector('svg')!.getAttribute('width')).toBe('300');
    document.documentElement.dataset.mantineColorScheme = 'dark';
    await expect.poll(() => seen.map(({ width }) => width)).toEqual([400, 300, 300]);
    expect(seen[2]!.theme.text).not.toBe(seen[0]!.theme.text);
  });

  test('tells what the pointer is on and what was clicked', async () => {
    const onHover = vi.fn();
    const onPick = vi.fn();
    const { node } = await mount(example, { onHover, onPick });
    const bar = node.querySelector('g[aria-label="bar"] rect')!.getBoundingClientRect();
    const at = { clientX: bar.left + bar.width / 2, clientY: bar.top + 10, bubbles: true };
    const svg = node.querySelector('svg')!;
    svg.dispatchEvent(new PointerEvent('pointerenter', { ...at, pointerType: 'mouse' }));
    svg.dispatchEvent(new PointerEvent('pointermove', { ...at, pointerType: 'mouse' }));
    await expect.poll(() => onHover.mock.lastCall).toEqual([bars[0]]);
    svg.dispatchEvent(new MouseEvent('click', at));
    expect(onPick.mock.calls[0]![0]).toBe(bars[0]);
  });

  test('marks a row where it stands, without drawing anew, and tells the row under the pointer', async () => {
    const draw = vi.fn(() => ({
      height: 160,
      x: { domain: [0, 10] },
      y: { domain: [0, 4] },
      marks: [dot([{ row: 7, x: 2, y: 3 }], { x: 'x', y: 'y', tip: true })],
    }));
    const rows = placedRows((at) => {
      at(7, { x: 2, y: 3 });
      at(7, { x: 9, y: 1 });
    });
    const data = { draw, label: 'Rows', rows };
    const onHover = vi.fn();
    const { node, figure } = await mount({ ...data, hovered: null }, { onHover });
    const rings = () => [...node.querySelectorAll('.cs-figure-hovered circle')];
    expect(rings()).toHaveLength(0);
    figure.update({ ...data, hovered: 7 });
    expect(rings()).toHaveLength(2);
    const middle = (one: Element) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    };
    const point = middle(node.querySelector('g[aria-label="dot"] circle')!);
    const ring = middle(rings()[0]!);
    expect(Math.hypot(ring[0]! - point[0]!, ring[1]! - point[1]!)).toBeLessThan(1);
    figure.update({ ...data, hovered: 8 });
    expect(rings()).toHaveLength(0);
    await frames();
    expect(draw).toHaveBeenCalledTimes(1);
    const at = { clientX: point[0]!, clientY: point[1]!, bubbles: true, pointerType: 'mouse' };
    const svg = node.querySelector('svg')!;
    svg.dispatchEvent(new PointerEvent('pointerenter', at));
    svg.dispatchEvent(new PointerEvent('pointermove', at));
    await vi.waitFor(() => expect(onHover).toHaveBeenCalled());
    expect(rows.rowOf(onHover.mock.lastCall![0])).toBe(7);
    expect(rows.rowOf(null)).toBeNull();
  });

  test('many of them are drawn over several frames', async () => {
    const slow: FigureData = {
      ...example,
      draw: (context) => {
        const end = performance.now() + 8;
        while (performance.now() < end);
        return example.draw(context);
      },
    };
    const nodes: HTMLElement[] = [];
    for (let i = 0; i < 6; i++) {
      nodes.push(placed((node) => createFigure(node), slow, [200, 100]).node);
    }
    const drawn = () => nodes.filter((node) => node.querySelector('svg')).length;
    await frames(1);
    expect(drawn()).toBeGreaterThan(0);
    expect(drawn()).toBeLessThan(6);
    await expect.poll(drawn).toBe(6);
  });
});

describe('export', () => {
  const picture = (body: HTMLElement) => ({
    body,
    title: 'Flowers by species & more',
    subtitle: 'flowers, 98 in all',
    legend: { swatches: [{ label: 'setosa', color: '#0072b2' }] },
    summary: 'setosa 50, versicolor 48.',
  });

  test('an SVG that needs nothing of the page', async () => {
    const { node } = await mount(example);
    const { svg, width } = exportSvg(picture(node));
    expect(width).toBe(432);
    expect(svg).not.toMatch(/var\(|class=|<style|NaN|undefined|currentColor/);
    const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
    expect(read.querySelector('parsererror')).toBeNull();
    expect(read.querySelector('title')!.textContent).toBe('Flowers by species & more');
    expect(read.querySelector('desc')!.textContent).toContain('setosa 50');
    const words = [...read.querySelectorAll('text')].map((node) => node.textContent);
    expect(words).toContain('flowers, 98 in all');
    expect(words.filter((word) => word === 'setosa').length).toBe(2);
    expect(read.querySelector('g[aria-label="bar"]')!.getAttribute('fill')).toBe('rgb(59, 87, 217)');
    expect(read.documentElement.getAttribute('font-family')).toContain('Inter');
  });

  test('a PNG at twice the size', async () => {
    const { node } = await mount(example);
    const { width, height } = exportSvg(picture(node));
    const bitmap = await createImageBitmap(await exportPng(picture(node)));
    expect([bitmap.width, bitmap.height]).toEqual([2 * width, 2 * height]);
  });
});
