import { barY, dot, lineY, type PlotOptions, ruleY, text } from '@observablehq/plot';
import type { FigureContext } from '../figure/types.ts';
import { titled } from './axes.ts';

export interface ScreeData {
  /** Share of the variance along each component, 0…1. */
  readonly ratio: Float64Array;
}

/** Bars of the shares, and the line of what the first components hold together. */
export function scree({ ratio }: ScreeData, { width, theme }: FigureContext): PlotOptions {
  let sum = 0;
  const bars = Array.from(ratio, (share, i) => {
    sum += share;
    return { name: i + 1, share: share * 100, sum: sum * 100 };
  });
  const tip = ({ name, share, sum: all }: (typeof bars)[number]) =>
    `component ${name}\n${share.toFixed(2)} % of the variance\n${all.toFixed(2)} % up to here`;
  const figure = ({ share }: (typeof bars)[number]) =>
    share >= 0.05 && width / bars.length > 36 ? share.toFixed(1) : '';
  const every = Math.max(1, Math.ceil((bars.length * 26) / width));
  return {
    width,
    height: 260,
    marginLeft: 44,
    marginBottom: 40,
    marginTop: 16,
    x: titled('component', { type: 'band', ticks: bars.map(({ name }) => name).filter((_, i) => i % every === 0) }),
    y: titled('share of the variance (%)', { grid: true, domain: [0, 100], ticks: 5 }),
    marks: [
      barY(bars, { x: 'name', y: 'share', fill: theme.accent, fillOpacity: 0.75, title: tip, tip: { pointer: 'x' } }),
      lineY(bars, { x: 'name', y: 'sum', stroke: theme.text, strokeWidth: 1.2 }),
      dot(bars, { x: 'name', y: 'sum', r: 2.5, fill: theme.text }),
      // The first bar ends where the line begins: its figure stands within it.
      text(bars.slice(0, 1), { x: 'name', y: 'share', text: figure, dy: 14, fill: theme.surface }),
      text(bars.slice(1, 8), { x: 'name', y: 'share', text: figure, dy: -7, fill: theme.textMuted }),
      ruleY([0], { stroke: theme.line }),
    ],
  };
}
