import { expect, it } from 'vitest';
import { heatBox } from './heat-box.ts';
import type { SweepAxis } from './types.ts';

const axis = (labels: string[]): SweepAxis => ({
  title: '',
  places: labels.map((label) => ({ label, value: null })),
  log: false,
});
const numbers = axis(['1', '2', '3', '4']);

it('cells fill the width, up to 96 pixels each, the first row the lowest', () => {
  const box = heatBox({ x: numbers, y: axis(['2', '4']) }, 292);
  expect(box.cell).toEqual({ width: 50, height: 44 });
  expect([box.left(0), box.top(0)]).toEqual([76, 52]);
  expect([box.left(7), box.top(7)]).toEqual([226, 8]);
  expect(heatBox({ x: numbers, y: numbers }, 2000).cell.width).toBe(96);
});

it('long words beside the rows get room beside the title, but not all of it', () => {
  expect(heatBox({ x: numbers, y: axis(['euclidean', 'manhattan']) }, 292).from).toBe(94.5);
  expect(heatBox({ x: numbers, y: axis(['a'.repeat(80)]) }, 292).from).toBe(160);
});
