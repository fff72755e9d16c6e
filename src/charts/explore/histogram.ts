import { areaY, lineY, type Markish, type PlotOptions, rectY, ruleY } from '@observablehq/plot';
import type { FigureContext } from '../figure/types.ts';
import { short, ticksFor, titled } from './axes.ts';
import type { GroupLook, RowWords } from './types.ts';

export interface HistogramData {
  /** The column's name, with its unit. */
  readonly label: string;
  /** One more than there are bins. */
  readonly edges: Float64Array;
  readonly counts: Int32Array;
  /** groups × bins */
  readonly groupCounts: Int32Array;
  /** Where the curves are given; their heights integrate to 1. */
  readonly grid: Float64Array;
  readonly density: Float64Array | null;
  readonly groupDensity: readonly (Float64Array | null)[];
  readonly groups: readonly GroupLook[];
  readonly groupSizes: ArrayLike<number>;
  readonly rows: RowWords;
}

/** Bars of the groups on top of each other, and every group's density on the scale of the bars. */
export function histogram(data: HistogramData, { width, theme }: FigureContext): PlotOptions {
  const { edges, counts, grid, rows, groups } = data;
  const low = Math.min(edges[0]!, grid[0]!);
  const high = Math.max(edges.at(-1)!, grid.at(-1)!);
  return {
    width,
    height: groups.length > 6 ? 280 : 220,
    marginLeft: 54,
    marginBottom: 40,
    marginTop: 12,
    x: titled(data.label, { domain: [low, high], ticks: ticksFor(width), tickFormat: short }),
    y: titled(`${rows.many} a bin`, { grid: true, ticks: 4, nice: true }),
    marks: [
      rectY(bars(data, theme.textMuted), {
        x1: 'x1',
        x2: 'x2',
        y1: 'y1',
        y2: 'y2',
        fill: 'color',
        fillOpacity: 0.32,
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      ...curves(data, theme.text),
      ruleY([0], { stroke: theme.line }),
      rectY(Array.from(counts.keys()), {
        x1: (bin: number) => edges[bin],
        x2: (bin: number) => edges[bin + 1],
        y: (bin: number) => counts[bin],
        fill: 'transparent',
        title: (bin: number) => tipOf(data, bin, groups),
        tip: { pointer: 'x' },
      }),
    ],
  };
}

interface Bar {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly color: string;
}

/** What belongs to no group lies on top, in grey. */
function bars({ edges, counts, groupCounts, groups }: HistogramData, grey: string): Bar[] {
  const bins = counts.length;
  return Array.from(counts).flatMap((count, bin) => {
    const [x1, x2] = [edges[bin]!, edges[bin + 1]!];
    let y = 0;
    const stacked = groups.map(({ color }, g) => {
      const y1 = y;
      y += groupCounts[g * bins + bin] ?? 0;
      return { x1, x2, y1, y2: y, color };
    });
    return [...stacked, { x1, x2, y1: y, y2: count, color: grey }].filter(({ y1, y2 }) => y2 > y1);
  });
}

function curves(data: HistogramData, ink: string): Markish[] {
  const { edges, grid, groups, groupDensity, groupSizes, density, counts } = data;
  const binWidth = edges.length > 1 ? edges[1]! - edges[0]! : 0;
  const curve = (heights: Float64Array, count: number) =>
    Array.from(grid, (x, i) => ({ x, y: heights[i]! * count * binWidth }));
  const marks = groups.flatMap(({ color }, g): Markish[] => {
    const heights = groupDensity[g];
    if (!heights) return [];
    const points = curve(heights, groupSizes[g]!);
    return [
      areaY(points, { x: 'x', y: 'y', fill: color, fillOpacity: 0.08 }),
      lineY(points, { x: 'x', y: 'y', stroke: color, strokeWidth: 1.6 }),
    ];
  });
  if (!density) return marks;
  const total = counts.reduce((sum, count) => sum + count, 0);
  const whole = lineY(curve(density, total), { x: 'x', y: 'y', stroke: ink, strokeWidth: 1.2, strokeDasharray: '4,3' });
  return [...marks, whole];
}

function tipOf({ edges, counts, groupCounts, rows }: HistogramData, bin: number, groups: readonly GroupLook[]): string {
  const bins = counts.length;
  const count = counts[bin]!;
  const parts = groups.flatMap(({ name }, g) => {
    const own = groupCounts[g * bins + bin] ?? 0;
    return own > 0 ? [`${name}: ${own}`] : [];
  });
  return [
    `${short(edges[bin]!)} to ${short(edges[bin + 1]!)}`,
    `${count} ${count === 1 ? rows.one : rows.many}`,
    ...parts,
  ].join('\n');
}
