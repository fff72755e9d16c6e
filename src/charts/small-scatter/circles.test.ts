import { expect, test } from 'vitest';
import { NOISE } from '../../engine/types.ts';
import { layOutMarks } from '../stage/marks.ts';
import { circlesSvg } from './circles.ts';

const colors = {
  text: '#111',
  textMuted: '#666',
  line: '#ddd',
  surface: '#fff',
  stage: '#fafaf8',
  accent: '#00f',
  noise: '#8c8c8c',
};
const look = { radius: 3, opacity: 0.88, palette: ['#0072b2', '#e69f00'], colors };
const whole = { k: 1, x: 0, y: 0 };
const places = { toX: Float32Array.of(10, 20, 30, Number.NaN), toY: Float32Array.of(5, 6, 7, 8) };
const marksOf = (selection: ReadonlySet<number> | null) =>
  layOutMarks({
    labels: Int32Array.of(0, 1, NOISE, 0),
    colorOf: Int32Array.of(0, 1, -1, 0),
    shapeOf: null,
    changed: new Int32Array(0),
    selection,
    palette: look.palette,
  });
const circles = (svg: string) => svg.match(/<circle [^>]*\/>/g) ?? [];

test('a circle a row where it stands, in its colour; noise hollow; what has no place is left out', () => {
  const all = circles(circlesSvg(places, marksOf(null), look, whole, [100, 100]));
  expect(all).toHaveLength(3);
  expect(all[0]).toContain('cx="10" cy="5" r="3" opacity="0.88" fill="#0072b2"');
  expect(all[1]).toContain('fill="#e69f00"');
  expect(all[2]).toContain('fill="#fafaf8" fill-opacity="0.5" stroke="#8c8c8c"');
});

test('only what the zoom shows is in it', () => {
  const all = circles(circlesSvg(places, marksOf(null), look, { k: 4, x: -60, y: 0 }, [40, 40]));
  expect(all.map((circle) => /cx="(\S+)" cy="(\S+)"/.exec(circle)?.slice(1))).toEqual([['20', '24']]);
});

test('what is not selected comes first, and pale', () => {
  const all = circles(circlesSvg(places, marksOf(new Set([0])), look, whole, [100, 100]));
  expect(all.map((circle) => /opacity="(\S+?)"/.exec(circle)![1])).toEqual(['0.16', '0.16', '0.88']);
});
