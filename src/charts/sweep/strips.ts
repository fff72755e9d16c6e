import { axisX, dodgeY, dot, type PlotOptions, ruleX, text } from '@observablehq/plot';
import type { FigureContext } from '../figure/types.ts';

/** One run among many of its kind. */
export interface StripRun {
  readonly cell: number;
  readonly group: string;
  readonly value: number;
  readonly words: string;
}

/** Dots are so large, or smaller where so many lie upon each other that their stack would be higher than this, px. */
const RADIUS = { least: 1.5, most: 3.5 };
const STACK = 160;
const MARGIN = { left: 110, right: 24 };

/** How many dots there are in the tallest stack: of those that would lie upon each other. */
function tallest(runs: readonly StripRun[], width: number): number {
  const values = runs.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const bins = Math.max(1, (width - MARGIN.left - MARGIN.right) / (2 * RADIUS.most));
  const counts = new Map<string, number>();
  for (const { group, value } of runs) {
    const key = `${group} ${high > low ? Math.floor(((value - low) / (high - low)) * bins) : 0}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.max(1, ...counts.values());
}

/** One row of dots a group: each run at its value, stacked where they meet; the best value of all as a line. */
export function strips(runs: readonly StripRun[], title: string, best: number | null) {
  const groups = [...new Set(runs.map(({ group }) => group))];
  return ({ width, theme }: FigureContext): PlotOptions => {
    const stack = tallest(runs, width);
    const r = Math.max(RADIUS.least, Math.min(RADIUS.most, STACK / (2 * stack)));
    const marginLeft = Math.min(MARGIN.left, width / 3.5);
    return {
      height: 60 + (2 * r * stack + 40) * Math.max(1, groups.length),
      marginLeft,
      marginRight: MARGIN.right,
      marginBottom: 40,
      fy: { domain: groups, axis: null, padding: 0.05 },
      x: { label: null, nice: true, inset: 12 },
      marks: [
        axisX({ label: title, labelAnchor: 'center', labelArrow: 'none', tickSize: 4, color: theme.textMuted }),
        ...(best === null ? [] : [ruleX([best], { stroke: theme.textMuted, strokeDasharray: '2,3' })]),
        dot(
          runs,
          dodgeY({
            x: 'value',
            fy: 'group',
            r,
            fill: theme.accent,
            stroke: theme.surface,
            strokeWidth: r < RADIUS.most ? 0.5 : 1,
            anchor: 'middle',
            padding: 0,
            title: 'words',
            tip: true,
          }),
        ),
        text(groups, {
          fy: (group: string) => group,
          text: (group: string) => group,
          frameAnchor: 'left',
          dx: 4 - marginLeft,
          textAnchor: 'start',
          fill: theme.text,
        }),
      ],
    };
  };
}
