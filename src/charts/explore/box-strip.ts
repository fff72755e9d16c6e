import { dot, type Markish, type PlotOptions, rect, ruleX, ruleY } from '@observablehq/plot';
import type { FigureContext, FigureRows } from '../figure/types.ts';
import { cut, marginFor, short, ticksFor, titled } from './axes.ts';
import { placedRows } from './rows.ts';
import type { GroupLook, RowWords } from './types.ts';

/** The five numbers of a box plot, and how many values lie outside its whiskers. */
export interface BoxFigures {
  readonly count: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly low: number;
  readonly high: number;
  readonly outliers: number;
}

export interface BoxLine extends GroupLook {
  readonly box: BoxFigures | null;
  /** Rows of the strip below the box: their numbers and values. */
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

export interface BoxStripData {
  readonly label: string;
  readonly lines: readonly BoxLine[];
  readonly domain: readonly [number, number];
  readonly words: RowWords;
  /** Rows that are selected; null: none, all look alike. */
  readonly selection: ReadonlySet<number> | null;
}

/** Height of a line, of many lines less, and where in it box and strip lie. */
const lineHeight = (lines: number) => (lines > 6 ? 32 : 46);
const HALF = 0.17;
const BOX_AT = -0.14;
const STRIP_AT = 0.24;

/** A box for each group, and below it a strip of its rows. */
export function boxStrip(data: BoxStripData, { width, theme }: FigureContext): PlotOptions {
  const { lines, domain } = data;
  const names = lines.map(({ name }) => cut(name, 16));
  return {
    width,
    height: lines.length * lineHeight(lines.length) + 52,
    marginLeft: marginFor(names, 120),
    marginBottom: 40,
    marginTop: 8,
    x: titled(data.label, { domain: [...domain], ticks: ticksFor(width), tickFormat: short, grid: true }),
    y: {
      label: null,
      domain: [-0.5, lines.length - 0.5],
      reverse: true,
      ticks: lines.map((_, i) => i),
      tickFormat: (i: number) => names[i] ?? '',
      tickSize: 0,
    },
    color: { type: 'identity' },
    opacity: { type: 'identity' },
    marks: [strips(data, theme.noise), ...boxes(data, theme.text, theme.surface)],
  };
}

/** The rows of the strips, for a pointer. */
export function stripRows({ lines }: BoxStripData): FigureRows {
  return placedRows((at) => {
    for (const [line, { rows, values }] of lines.entries()) {
      for (const [i, row] of rows.entries()) at(row, { x: values[i]!, y: line + STRIP_AT + jitter(row) });
    }
  });
}

/** A fixed scatter, so that rows that are alike do not hide each other and nothing moves between two drawings. */
export const jitter = (row: number): number => (((row * 2654435761) >>> 0) / 2 ** 32 - 0.5) * 0.26;

function strips({ lines, selection, words }: BoxStripData, grey: string): Markish {
  const all = lines.flatMap(({ rows, values, color, name }, line) =>
    rows.map((row, i) => {
      const isOn = !selection || selection.has(row);
      return {
        row,
        x: values[i]!,
        y: line + STRIP_AT + jitter(row),
        color: isOn ? color : grey,
        opacity: selection ? (isOn ? 0.9 : 0.15) : 0.55,
        words: `${words.one} ${row}\n${name}\n${short(values[i]!)}`,
      };
    }),
  );
  const opacity = selection ? { fillOpacity: 'opacity' } : { fillOpacity: 0.55 };
  return dot(all, { x: 'x', y: 'y', r: 2, fill: 'color', ...opacity, title: 'words', tip: true });
}

function boxes({ lines }: BoxStripData, ink: string, ground: string): Markish[] {
  // A line without a strip has its box in its middle.
  const drawn = lines.flatMap(({ box, color, rows }, line) =>
    box ? [{ ...box, color, y: line + (rows.length > 0 ? BOX_AT : 0) }] : [],
  );
  return [
    ruleY(drawn, { x1: 'low', x2: 'high', y: 'y', stroke: 'color', strokeWidth: 1.5 }),
    rect(drawn, {
      x1: 'q1',
      x2: 'q3',
      y1: ({ y }) => y - HALF,
      y2: ({ y }) => y + HALF,
      fill: ground,
      stroke: 'color',
      strokeWidth: 1.5,
    }),
    rect(drawn, {
      x1: 'q1',
      x2: 'q3',
      y1: ({ y }) => y - HALF,
      y2: ({ y }) => y + HALF,
      fill: 'color',
      fillOpacity: 0.25,
    }),
    ruleX(drawn, { x: 'median', y1: ({ y }) => y - HALF, y2: ({ y }) => y + HALF, stroke: ink, strokeWidth: 2 }),
  ];
}
