import { element, type Pen, widthOf } from './svg.ts';
import type { Legend, Ramp, Swatch } from './types.ts';

const SIZE = 11;
const ROW = 18;

function mark({ color, shape = 'dot' }: Swatch): SVGElement {
  switch (shape) {
    case 'dot':
      return element('circle', { cx: 5, cy: 0, r: 4.5, fill: color });
    case 'ring':
      return element('circle', { cx: 5, cy: 0, r: 4, fill: 'none', stroke: color, 'stroke-width': 1.5 });
    case 'square':
      return element('rect', { x: 0, y: -5, width: 10, height: 10, rx: 2, fill: color });
    default:
      return element('line', {
        x1: 0,
        x2: 12,
        y1: 0,
        y2: 0,
        stroke: color,
        'stroke-width': 2,
        'stroke-dasharray': shape === 'dash' ? '3,2' : 'none',
      });
  }
}

function words(text: string, x: number, y: number, pen: Pen, anchor = 'start'): SVGTextElement {
  const node = element('text', { x, y, 'font-size': SIZE, fill: pen.theme.textMuted, 'text-anchor': anchor });
  node.textContent = text;
  return node;
}

function swatchRows(swatches: readonly Swatch[], width: number, pen: Pen): { group: SVGGElement; height: number } {
  const group = element('g', {});
  let x = 0;
  let y = ROW / 2;
  for (const swatch of swatches) {
    const needed = 17 + widthOf(swatch.label, SIZE, pen);
    if (x > 0 && x + needed > width) {
      x = 0;
      y += ROW;
    }
    const item = element('g', { transform: `translate(${x},${y})` });
    item.append(mark(swatch), words(swatch.label, 17, 4, pen));
    group.append(item);
    x += needed + 16;
  }
  return { group, height: y + ROW / 2 };
}

function rampBar({ title, colors, ticks }: Ramp, width: number, pen: Pen): { group: SVGGElement; height: number } {
  const group = element('g', {});
  const long = Math.min(240, width);
  group.append(words(title, 0, 10, pen));
  colors.forEach((color, i) => {
    const step = long / colors.length;
    group.append(element('rect', { x: i * step, y: 16, width: step + 0.5, height: 8, fill: color }));
  });
  ticks.forEach((tick, i) => {
    const at = ticks.length === 1 ? 0.5 : i / (ticks.length - 1);
    group.append(words(tick, at * long, 36, pen, at === 0 ? 'start' : at === 1 ? 'end' : 'middle'));
  });
  return { group, height: 40 };
}

/** A legend as SVG, `width` pixels wide at most. */
export function legendPicture(legend: Legend, width: number, pen: Pen): { group: SVGGElement; height: number } {
  return 'ramp' in legend ? rampBar(legend.ramp, width, pen) : swatchRows(legend.swatches, width, pen);
}
