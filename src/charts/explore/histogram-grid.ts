import { element } from '../figure/svg.ts';
import type { FigureContext } from '../figure/types.ts';
import { cut, short } from './axes.ts';
import type { HistogramData } from './histogram.ts';

export interface HistogramGridData {
  /** Small histograms: their curves are not drawn. */
  readonly histograms: readonly HistogramData[];
  /** Of each, in words: its tip. */
  readonly titles: readonly string[];
}

/** Of a cell: its least width, the heights of its name, its bars and its ends, and what lies between two cells. */
const LEAST = 132;
const MOST_A_LINE = 4;
const NAME = 20;
const BARS = 76;
const ENDS = 18;
const GAP = 24;

/** The columns side by side, each on its own scale: bars of the groups on top of each other, the two ends in figures. */
export function histogramGrid(
  { histograms, titles }: HistogramGridData,
  { width, theme }: FigureContext,
): SVGSVGElement {
  const fitting = Math.max(1, Math.min(MOST_A_LINE, Math.floor((width + GAP) / (LEAST + GAP))));
  // Lines of about the same length: four are two and two, not three and one.
  const perLine = Math.max(1, Math.ceil(histograms.length / Math.max(1, Math.ceil(histograms.length / fitting))));
  const side = (width + GAP) / perLine - GAP;
  const line = NAME + BARS + ENDS + GAP;
  const svg = element('svg', { width, height: Math.max(1, Math.ceil(histograms.length / perLine) * line - GAP) });
  for (const [i, data] of histograms.entries()) {
    const at = `translate(${(i % perLine) * (side + GAP)},${Math.floor(i / perLine) * line})`;
    const cell = element('g', { transform: at });
    const title = element('title', {});
    title.textContent = titles[i] ?? '';
    const ground = { width: side, height: NAME + BARS + ENDS, fill: 'transparent' };
    const base = { x2: side, y1: NAME + BARS, y2: NAME + BARS, stroke: theme.textMuted };
    cell.append(title, element('rect', ground), ...bars(data, side, theme.textMuted), element('line', base));
    cell.append(words(cut(data.label, Math.floor(side / 6.6)), 0, 12, 'start', theme.text, 12));
    const { edges } = data;
    if (edges.length > 1) {
      cell.append(words(short(edges[0]!), 0, NAME + BARS + 14, 'start', theme.textMuted, 11));
      cell.append(words(short(edges.at(-1)!), side, NAME + BARS + 14, 'end', theme.textMuted, 11));
    } else cell.append(words('no values', side / 2, NAME + BARS / 2, 'middle', theme.textMuted, 11));
    svg.append(cell);
  }
  return svg;
}

function words(text: string, x: number, y: number, anchor: string, fill: string, size: number): SVGTextElement {
  const made = element('text', { x, y, 'text-anchor': anchor, fill, 'font-size': size });
  made.textContent = text;
  return made;
}

/** One path a group; what belongs to none lies on top, in grey. */
function bars({ counts, groupCounts, groups }: HistogramData, side: number, grey: string): SVGPathElement[] {
  const bins = counts.length;
  const most = counts.reduce((largest, count) => Math.max(largest, count), 1);
  const step = side / Math.max(1, bins);
  const below = new Float64Array(bins);
  const colors = [...groups.map(({ color }) => color), grey];
  return colors.map((color, g) => {
    let d = '';
    for (let bin = 0; bin < bins; bin++) {
      const own = g < groups.length ? (groupCounts[g * bins + bin] ?? 0) : counts[bin]! - below[bin]!;
      if (own <= 0) continue;
      const tall = (own / most) * BARS;
      const foot = NAME + BARS - (below[bin]! / most) * BARS;
      const gap = Math.min(1, step / 4);
      d += `M${(bin * step + gap / 2).toFixed(2)},${foot.toFixed(2)}h${(step - gap).toFixed(2)}v${(-tall).toFixed(2)}h${(gap - step).toFixed(2)}z`;
      below[bin]! += own;
    }
    return element('path', { d, fill: color, 'fill-opacity': 0.7 });
  });
}
