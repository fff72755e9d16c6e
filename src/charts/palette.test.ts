import { lab } from 'd3';
import { expect, test } from 'vitest';
import { contrast, mix, readableOn } from './color.ts';
import { palette } from './palette.ts';

const distance = (a: string, b: string) => {
  const [p, q] = [lab(a), lab(b)];
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
};

test.each(['light', 'dark'] as const)('the %s palette has at least 20 colours, all of them apart', (theme) => {
  const colors = palette(theme);
  expect(colors.length).toBeGreaterThanOrEqual(20);
  const pairs = colors.flatMap((a, i) => colors.slice(i + 1).map((b) => ({ a, b, apart: distance(a, b) })));
  const closest = pairs.reduce((least, pair) => (pair.apart < least.apart ? pair : least));
  expect(closest.apart, `${closest.a} ${closest.b}`).toBeGreaterThan(19);
  const first = colors.slice(0, 6).flatMap((a, i) => colors.slice(i + 1, 6).map((b) => distance(a, b)));
  expect(Math.min(...first)).toBeGreaterThan(25);
});

test('the light palette begins as Okabe and Ito have it; both show on their ground', () => {
  expect(palette('light').slice(0, 6)).toEqual(['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00']);
  for (const color of palette('light')) expect(contrast(color, '#fbfbf9'), color).toBeGreaterThan(2);
  for (const color of palette('dark')) expect(contrast(color, '#121214'), color).toBeGreaterThan(5);
});

test('words on any colour can be read', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const color of palette(theme)) {
      for (const share of [0, 0.1, 0.3, 0.5, 0.7, 0.85, 1]) {
        const fill = mix(color, theme === 'dark' ? '#1a1b1e' : '#ffffff', share);
        expect(contrast(readableOn(fill), fill)).toBeGreaterThan(4.5);
      }
    }
  }
});
