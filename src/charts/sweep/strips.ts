import { axisX, dodgeY, dot, type PlotOptions, ruleX, text } from '@observablehq/plot';
import type { FigureContext } from '../figure/types.ts';

/** One run among many of its kind. */
export interface StripRun {
  readonly cell: number;
  readonly group: string;
  readonly value: number;
  readonly words: string;
}

const RADIUS = 3.5;
const MARGIN = { left: 110, right: 24 };

/** How high the tallest stack of dots will be, in pixels: of those that would lie upon each other. */
function tallest(runs: readonly StripRun[], width: number): number {
  const values = runs.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const bins = Math.max(1, (width - MARGIN.left - MARGIN.right) / (2 * RADIUS));
  const counts = new Map<string, number>();
  for (const { group, value } of runs) {
    const key = `${group} ${high > low ? Math.floor(((value - low) / (high - low)) * bins) : 0}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return 2 * RADIUS * Math.max(1, ...counts.values());
}

/** One row of dots a group: each run at its value, stacked where they meet; the best value of all as a line. */
export function strips(runs: readonly StripRun[], title: string, best: number | null) {
  const groups = [...new Set(runs.map(({ group }) => group))];
  return ({ width, theme }: FigureContext): PlotOptions => ({
    height: 60 + (tallest(runs, width) + 40) * Math.max(1, groups.length),
    marginLeft: Math.min(MARGIN.left, width / 4),
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
          r: RADIUS,
          fill: theme.accent,
          stroke: theme.surface,
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
        dx: -100,
        textAnchor: 'start',
        fill: theme.text,
      }),
    ],
  });
}
