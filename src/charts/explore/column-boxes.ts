import { type PlotOptions, rect, ruleX, ruleY } from '@observablehq/plot';
import type { FigureContext } from '../figure/types.ts';
import { cut, marginFor, short, ticksFor, titled } from './axes.ts';

export interface ColumnBox {
  readonly name: string;
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
}

export interface ColumnBoxesData {
  readonly label: string;
  readonly boxes: readonly ColumnBox[];
}

const LINE = 26;

/** The columns on one common axis: smallest and largest value, quartiles, median. */
export function columnBoxes({ boxes, label }: ColumnBoxesData, { width, theme }: FigureContext): PlotOptions {
  const names = boxes.map(({ name }) => cut(name, width < 420 ? 12 : 22));
  const placed = boxes.map((box, i) => ({ ...box, i }));
  type Placed = (typeof placed)[number];
  const words = (box: Placed) =>
    `${box.name}\nsmallest ${short(box.min)}, largest ${short(box.max)}\nmedian ${short(box.median)}, quartiles ${short(box.q1)} and ${short(box.q3)}`;
  return {
    width,
    height: boxes.length * LINE + 56,
    marginLeft: marginFor(names, 160),
    marginBottom: 40,
    marginTop: 8,
    x: titled(label, { nice: true, ticks: ticksFor(width), tickFormat: short, grid: true }),
    y: {
      label: null,
      domain: [-0.5, boxes.length - 0.5],
      reverse: true,
      ticks: placed.map(({ i }) => i),
      tickFormat: (i: number) => names[i] ?? '',
      tickSize: 0,
    },
    marks: [
      ruleX([0], { stroke: theme.line }),
      ruleY(placed, { x1: 'min', x2: 'max', y: 'i', stroke: theme.accent, strokeWidth: 1.5 }),
      rect(placed, {
        x1: 'q1',
        x2: 'q3',
        y1: ({ i }: Placed) => i - 0.26,
        y2: ({ i }: Placed) => i + 0.26,
        fill: theme.accent,
        fillOpacity: 0.45,
        stroke: theme.accent,
      }),
      ruleX(placed, {
        x: 'median',
        y1: ({ i }: Placed) => i - 0.26,
        y2: ({ i }: Placed) => i + 0.26,
        stroke: theme.text,
        strokeWidth: 2,
      }),
      rect(placed, {
        x1: 'min',
        x2: 'max',
        y1: ({ i }: Placed) => i - 0.45,
        y2: ({ i }: Placed) => i + 0.45,
        fill: 'transparent',
        title: words,
        tip: true,
      }),
    ],
  };
}
