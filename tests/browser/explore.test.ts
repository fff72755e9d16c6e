import { expect, test } from 'vitest';
import type { Chart } from '../../src/charts/chart.ts';
import { createScatterMatrix } from '../../src/charts/explore/matrix/scatter-matrix.ts';
import type { TableCallbacks, TableView } from '../../src/charts/explore/matrix/types.ts';
import { createParallel } from '../../src/charts/explore/parallel/parallel.ts';
import { createFigure } from '../../src/charts/figure/figure.ts';
import { figureExamples, tableExamples } from '../../src/charts/gallery/explore-examples.ts';
import { palette } from '../../src/charts/palette.ts';
import { frames, key, mounted, press } from './charts-support.ts';

const colors = palette('light');

async function mount<Data>(create: (node: HTMLElement) => Chart<Data>, data: Data, width = 520) {
  const given = await mounted(create, data, [width, 400]);
  await frames();
  return given;
}

test.each(Object.entries(figureExamples))('"%s" is drawn, wide and narrow, without a NaN', async (name, make) => {
  for (const width of [320, 900]) {
    const { root } = await mount((node) => createFigure(node), { draw: make(colors), label: name }, width);
    const svg = root.querySelector('svg')!;
    expect(svg.querySelectorAll('path, rect, circle, line, image, text').length).toBeGreaterThan(3);
    expect(svg.getBoundingClientRect().width).toBeLessThanOrEqual(width);
    expect(root.innerHTML.replaceAll(/href="[^"]*"/g, '')).not.toMatch(/NaN|Infinity|undefined/);
  }
});

const kinds = { 'scatter matrix': createScatterMatrix, 'parallel coordinates': createParallel };
const every = Object.entries(kinds).flatMap(([kind, create]) =>
  Object.entries(tableExamples).map(([name, make]) => [`${kind}, ${name}`, create, make] as const),
);
test.each(every)('%s: draws, and says what it shows', async (_, create, make) => {
  const data = make(colors);
  const { root } = await mount((node) => create(node), data);
  expect(root.getAttribute('aria-label')).toBe(data.label);
  expect(root.innerHTML).not.toMatch(/NaN|Infinity|undefined/);
  const canvas = root.querySelector('canvas')!;
  const isInked = () => {
    const { data: pixels } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return pixels.some((value, at) => at % 4 === 3 && value > 0);
  };
  // A single column has nothing to be drawn against.
  await expect.poll(isInked).toBe(data.columns.length > 1);
});

/** A chart whose selection comes back, as in the page: after the callback has returned. */
async function linked(create: (node: HTMLElement, callbacks: TableCallbacks) => Chart<TableView>, name: string) {
  let data = tableExamples[name]!(colors);
  const caught: number[][] = [];
  let cleared = 0;
  const made = await mount(
    (node) =>
      create(node, {
        onSelect(rows) {
          caught.push([...rows]);
          data = { ...data, selection: new Set(rows) };
          queueMicrotask(() => made.chart.update(data));
        },
        onClearSelection: () => {
          cleared++;
        },
      }),
    data,
  );
  return { ...made, data, caught, cleared: () => cleared };
}

test('a brush in a cell of the matrix catches the rows within it, and Escape clears', async () => {
  const { root, data, caught, cleared } = await linked(createScatterMatrix, 'Four columns');
  const frame = root.querySelectorAll('svg rect')[0]!.getBoundingClientRect();
  press(root, [
    [frame.left, frame.top + 2],
    [frame.left + frame.width / 2, frame.top + 20],
    [frame.left + frame.width / 2, frame.top + frame.height - 4],
  ]);
  const [first] = data.columns;
  const middle = (first!.min + first!.max) / 2;
  const expected = [...first!.values.keys()].filter((row) => first!.values[row]! <= middle);
  expect(caught.at(-1)).toEqual(expected);
  key(root, 'Escape');
  expect(cleared()).toBe(1);
});

test('arrow keys select a range of an axis of parallel coordinates, and move it', async () => {
  const { root, data, caught, cleared } = await linked(createParallel, 'Four columns');
  const within = (j: number, from: number, to: number) => {
    const { values, min, max } = data.columns[j]!;
    return [...values.keys()].filter((row) => {
      const share = (values[row]! - min) / (max - min);
      return share >= from - 1e-9 && share <= to + 1e-9;
    });
  };
  key(root, 'ArrowRight');
  expect(caught).toEqual([]);
  key(root, 'ArrowRight');
  key(root, 'ArrowDown');
  expect(caught.at(-1)).toEqual(within(1, 0, 0.25));
  expect(root.querySelector('[aria-live]')!.textContent).toContain(data.columns[1]!.name);
  key(root, 'Delete');
  expect(cleared()).toBe(1);
});

test('keys go to any cell of the matrix, make a brush there and move it', async () => {
  const { root, data, caught, cleared } = await linked(createScatterMatrix, 'Four columns');
  const within = (j: number, from: number, to: number) => {
    const { values, min, max } = data.columns[j]!;
    return (row: number) => {
      const share = (values[row]! - min) / (max - min);
      return share >= from - 0.01 && share <= to + 0.01;
    };
  };
  for (const name of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowDown']) key(root, name);
  expect(caught).toEqual([]);
  key(root, 'Enter');
  key(root, 'ArrowLeft');
  const [right, up] = [within(2, 0.2, 0.7), within(1, 0.25, 0.75)];
  const rows = caught.at(-1)!;
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => right(row) && up(row))).toBe(true);
  const [inner, higher] = [within(2, 0.22, 0.68), within(1, 0.27, 0.73)];
  expect(rows).toEqual(expect.arrayContaining([...data.shown].filter((row) => inner(row) && higher(row))));
  expect(root.querySelector('[aria-live]')!.textContent).toContain(`${rows.length} selected`);
  await expect.poll(() => root.querySelectorAll('svg:last-of-type rect').length).toBe(2);
  key(root, 'Delete');
  expect(cleared()).toBe(1);
});

test('gates on two axes let through what passes both, and stay while their rows are selected', async () => {
  const { root, data, caught } = await linked(createParallel, 'Four columns');
  const { left, top, width } = root.getBoundingClientRect();
  const axis = (i: number) => left + 48 + ((width - 96) * i) / 3;
  const half = (i: number) => {
    press(root, [
      [axis(i), top + 44],
      [axis(i), top + 100],
      [axis(i), top + 44 + (360 - 24 - 44) / 2],
    ]);
  };
  const gates = () => root.querySelectorAll('svg rect').length;
  half(0);
  await expect.poll(gates).toBe(1);
  half(2);
  await expect.poll(gates).toBe(2);
  const above = (j: number, row: number) => {
    const { values, min, max } = data.columns[j]!;
    return values[row]! >= (min + max) / 2;
  };
  const rows = [...data.shown].filter((row) => above(0, row) && above(2, row));
  expect(rows.length).toBeGreaterThan(0);
  expect(caught.at(-1)).toEqual(rows);
});
