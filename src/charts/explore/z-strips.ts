import { dot, link, type PlotOptions, rect, ruleX } from '@observablehq/plot';
import type { FigureContext, FigureRows } from '../figure/types.ts';
import { cut, marginFor, short, ticksFor, titled } from './axes.ts';
import { jitter } from './box-strip.ts';
import { placedRows } from './rows.ts';
import type { RowWords } from './types.ts';

export interface ZStripLine {
  readonly name: string;
  /** Within these z-scores nothing is an outlier; NaN: nothing can be one. */
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly std: number;
}

export interface ZStripData {
  readonly lines: readonly ZStripLine[];
  /** Outliers: their line, row and z-score. */
  readonly place: ArrayLike<number>;
  readonly row: ArrayLike<number>;
  readonly score: ArrayLike<number>;
  readonly selection: ReadonlySet<number> | null;
  readonly words: RowWords;
}

const LINE = 28;

/** The outliers, for a pointer: a row may lie out of several columns. */
export function zStripRows({ row, score, place }: ZStripData): FigureRows {
  return placedRows((at) => {
    for (let i = 0; i < row.length; i++) at(row[i]!, { x: score[i]!, y: place[i]! + jitter(row[i]!) });
  });
}

/** What counts as usual in each column, as a bar, and the rows outside of it. */
export function zStrips(data: ZStripData, { width, theme }: FigureContext): PlotOptions {
  const { lines, words, selection } = data;
  const names = lines.map(({ name }) => cut(name, width < 480 ? 16 : 30));
  const points = Array.from({ length: data.row.length }, (_, i) => ({
    row: data.row[i]!,
    x: data.score[i]!,
    line: data.place[i]!,
  }));
  type Point = (typeof points)[number];
  const bands = lines.flatMap((line, i) => (Number.isFinite(line.low) ? [{ ...line, i }] : []));
  const value = ({ x, line }: Point) => short(lines[line]!.mean + x * lines[line]!.std);
  return {
    width,
    height: lines.length * LINE + 56,
    marginLeft: marginFor(names, 210),
    marginBottom: 40,
    marginTop: 8,
    x: titled('standard deviations from the mean', { nice: true, ticks: ticksFor(width), grid: true }),
    y: {
      label: null,
      domain: [-0.5, Math.max(0.5, lines.length - 0.5)],
      reverse: true,
      ticks: lines.map((_, i) => i),
      tickFormat: (i: number) => names[i] ?? '',
      tickSize: 0,
    },
    marks: [
      rect(bands, {
        x1: 'low',
        x2: 'high',
        y1: ({ i }) => i - 0.3,
        y2: ({ i }) => i + 0.3,
        fill: theme.textMuted,
        fillOpacity: 0.16,
        rx: 3,
      }),
      link(bands, { x1: 0, x2: 0, y1: ({ i }) => i - 0.3, y2: ({ i }) => i + 0.3, stroke: theme.textMuted }),
      ruleX([0], { stroke: theme.line }),
      dot(points, {
        x: 'x',
        y: ({ line, row }: Point) => line + jitter(row),
        r: 3,
        fill: ({ row }: Point) => (selection && !selection.has(row) ? theme.noise : theme.accent),
        fillOpacity: ({ row }: Point) => (selection && !selection.has(row) ? 0.25 : 0.75),
        title: (point: Point) =>
          `${words.one} ${point.row}\n${lines[point.line]!.name}: ${value(point)}\nz = ${point.x.toFixed(2)}`,
        tip: true,
      }),
    ],
  };
}
