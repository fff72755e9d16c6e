import { barX, type PlotOptions, ruleX, text } from '@observablehq/plot';
import type { FigureContext } from '../figure/types.ts';
import { cut, marginFor, titled } from './axes.ts';

export interface ShareBarsData {
  readonly label: string;
  readonly names: readonly string[];
  /** 0…1 */
  readonly shares: ArrayLike<number>;
  /** Where the axis ends, in per cent; without it at the whole. */
  readonly end?: number;
  /** One a bar; without them all are alike. */
  readonly colors?: readonly string[];
}

/** Shares of a whole, a bar each. */
export function shareBars(
  { names, shares, label, colors, end = 100 }: ShareBarsData,
  { width, theme }: FigureContext,
): PlotOptions {
  const short = names.map((name) => cut(name, width < 420 ? 12 : 22));
  const bars = names.map((name, i) => ({ i, name, share: shares[i]! * 100 }));
  type Bar = (typeof bars)[number];
  return {
    width,
    height: names.length * 24 + 56,
    marginLeft: marginFor(short, 160),
    marginRight: 40,
    marginBottom: 40,
    marginTop: 8,
    x: titled(label, { domain: [0, end], ticks: 5, grid: true }),
    y: {
      label: null,
      domain: bars.map(({ i }) => i),
      tickFormat: (i: number) => short[i]!,
      tickSize: 0,
      padding: 0.25,
    },
    color: { type: 'identity' },
    marks: [
      barX(bars, {
        x: 'share',
        y: 'i',
        fill: ({ i }: Bar) => colors?.[i] ?? theme.accent,
        fillOpacity: 0.75,
        title: ({ name, share }: Bar) => `${name}\n${share.toFixed(2)} %`,
        tip: true,
      }),
      text(bars, {
        x: 'share',
        y: 'i',
        text: ({ share }: Bar) => (share > 0 && share < 0.05 ? '<0.1' : share.toFixed(1)),
        textAnchor: 'start',
        dx: 5,
        fill: theme.textMuted,
      }),
      ruleX([0], { stroke: theme.line }),
    ],
  };
}
