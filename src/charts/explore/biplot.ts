import { arrow, dot, link, type PlotOptions, ruleX, ruleY, text } from '@observablehq/plot';
import { scaleLinear } from 'd3';
import type { FigureContext, FigureRows } from '../figure/types.ts';
import { cut, short, ticksFor, titled } from './axes.ts';
import { type Frame, placeLabels } from './labels.ts';
import { placedRows } from './rows.ts';
import type { GroupLook, RowWords } from './types.ts';

export interface BiplotData {
  /** Names of the two axes, with their shares. */
  readonly labels: readonly [string, string];
  /** Rows that are drawn, with their places and groups (-1: in none). */
  readonly rows: ArrayLike<number>;
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly group: ArrayLike<number>;
  readonly groups: readonly GroupLook[];
  /** Columns as arrows from the middle: their loadings on the two axes. */
  readonly arrows: readonly { readonly name: string; readonly x: number; readonly y: number }[];
  readonly selection: ReadonlySet<number> | null;
  readonly words: RowWords;
}

/** Rows by their first two principal components, and the columns that pull them there. */
export function biplot(data: BiplotData, { width, theme }: FigureContext): PlotOptions {
  const points = Array.from({ length: data.rows.length }, (_, i) => ({
    row: data.rows[i]!,
    x: data.x[i]!,
    y: data.y[i]!,
    group: data.group[i]!,
  }));
  const arrows = fitted(data);
  const height = Math.max(280, Math.min(480, width * 0.72));
  const frame = { left: 48, right: width - 24, top: 16, bottom: height - 40 };
  const ends = (values: ArrayLike<number>, own: readonly number[]) => {
    const all = [0, ...Array.from(values), ...own];
    return [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))] as const;
  };
  const x = scaleLinear(
    ends(
      data.x,
      arrows.map((one) => one.x),
    ),
    [frame.left, frame.right],
  ).nice();
  const y = scaleLinear(
    ends(
      data.y,
      arrows.map((one) => one.y),
    ),
    [frame.bottom, frame.top],
  ).nice();
  const named = labelled(arrows, x, y, frame);
  type Point = (typeof points)[number];
  const isOn = ({ row }: Point) => !data.selection || data.selection.has(row);
  const look = ({ group }: Point) => data.groups[group];
  return {
    width,
    height,
    marginLeft: frame.left,
    marginBottom: height - frame.bottom,
    marginTop: frame.top,
    marginRight: width - frame.right,
    x: titled(data.labels[0], { domain: x.domain(), ticks: ticksFor(width), tickFormat: short, grid: true }),
    y: titled(data.labels[1], { domain: y.domain(), ticks: 6, tickFormat: short, grid: true }),
    marks: [
      ruleX([0], { stroke: theme.line }),
      ruleY([0], { stroke: theme.line }),
      dot(points, {
        x: 'x',
        y: 'y',
        r: points.length > 600 ? 2 : 2.8,
        fill: (point: Point) => (isOn(point) ? (look(point)?.color ?? theme.noise) : theme.noise),
        fillOpacity: (point: Point) => (data.selection ? (isOn(point) ? 0.9 : 0.15) : 0.6),
        title: (point: Point) => `${data.words.one} ${point.row}${look(point) ? `\n${look(point)!.name}` : ''}`,
        tip: true,
      }),
      arrow(arrows, { x1: 0, y1: 0, x2: 'x', y2: 'y', stroke: theme.text, strokeWidth: 1.4, headLength: 6 }),
      // A name that had to give way is tied to its arrow.
      link(
        named.filter(({ isMoved }) => isMoved),
        { x1: 'tipX', y1: 'tipY', x2: 'x', y2: 'y', stroke: theme.textMuted, strokeDasharray: '2,2' },
      ),
      text(named, {
        x: 'x',
        y: 'y',
        text: 'words',
        fill: theme.text,
        stroke: theme.surface,
        strokeWidth: 4,
        fontWeight: 550,
      }),
    ],
  };
}

/** The rows of a biplot, for a pointer. */
export function biplotRows({ rows, x, y }: BiplotData): FigureRows {
  return placedRows((at) => {
    for (let i = 0; i < rows.length; i++) at(rows[i]!, { x: x[i]!, y: y[i]! });
  });
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

/** The names of the arrows, a little beyond their tips, none on another. */
function labelled(arrows: BiplotData['arrows'], x: Scale, y: Scale, frame: Frame) {
  const wanted = arrows.map((one) => {
    const words = cut(one.name, 22);
    const length = Math.hypot(x(one.x) - x(0), y(one.y) - y(0)) || 1;
    const [dx, dy] = [(x(one.x) - x(0)) / length, (y(one.y) - y(0)) / length];
    const width = words.length * 6.4;
    // Its near side lies at the tip: words are wide and not high.
    const place = { x: x(one.x) + dx * (8 + width / 2), y: y(one.y) + dy * 12 };
    return { words, tipX: one.x, tipY: one.y, place, width };
  });
  const places = placeLabels(
    wanted.map(({ place, width }) => ({ ...place, width })),
    frame,
  );
  return wanted.map(({ words, tipX, tipY, place }, i) => ({
    words,
    tipX,
    tipY,
    x: x.invert(places[i]!.x),
    y: y.invert(places[i]!.y),
    isMoved: Math.abs(places[i]!.y - place.y) > 16,
  }));
}

/** Arrows have no unit of their own: the longest reaches four fifths of the way to the farthest row, along either axis. */
function fitted({ x, y, arrows }: BiplotData): BiplotData['arrows'] {
  const reach = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const factorOf = (places: ArrayLike<number>, loadings: readonly number[]) => {
    const [far, longest] = [reach(Array.from(places)), reach(loadings)];
    // Where all rows lie on one line, the other axis has no say.
    return far > 0 && longest > 0 ? (0.8 * far) / longest : Number.POSITIVE_INFINITY;
  };
  const factors = [
    factorOf(
      x,
      arrows.map((one) => one.x),
    ),
    factorOf(
      y,
      arrows.map((one) => one.y),
    ),
  ];
  const factor = Math.min(...factors);
  const used = Number.isFinite(factor) ? factor : 0;
  return arrows.map(({ name, ...place }) => ({ name, x: place.x * used, y: place.y * used }));
}
