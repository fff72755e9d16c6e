import { cell, type PlotOptions, text } from '@observablehq/plot';
import { mix, readableOn } from '../color.ts';
import type { FigureContext } from '../figure/types.ts';
import { cut, marginFor } from './axes.ts';

export interface HeatMapData {
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** rows × columns, -1…1 (or -limit…limit); NaN: not defined. */
  readonly values: Float64Array;
  readonly limit: number;
  /** What a value is: "Pearson's r". */
  readonly valueName: string;
}

export interface HeatCell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** Two ends that nobody confuses, and the ground between them. */
const NEGATIVE = '#d55e00';
const POSITIVE = '#0072b2';

/** The colour of a value between -limit and limit, on the page's own ground. */
export function divergingColor(value: number, limit: number, ground: string): string {
  const share = Math.min(1, Math.abs(value) / limit) || 0;
  return mix(value < 0 ? NEGATIVE : POSITIVE, ground, share * 0.95);
}

/** Colours from one end to the other, for a legend. */
export const divergingRamp = (ground: string): string[] =>
  Array.from({ length: 21 }, (_, i) => divergingColor(i - 10, 10, ground));

/** With a true minus sign, and none before nothing. */
const minus = (text: string) => (Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−'));

/** More numbers than this nobody reads, and they take long to lay out: the tip says them. */
const MOST_NUMBERS = 400;

/** Values of two signs as coloured cells; numbers in them where there is room and there are not too many. */
export function heatMap(data: HeatMapData, { width, theme }: FigureContext): PlotOptions {
  const { rowNames, columnNames, values, limit } = data;
  const cells = rowNames.flatMap((_, row) =>
    columnNames.map((_, column): HeatCell => ({ row, column, value: values[row * columnNames.length + column]! })),
  );
  const letters = width < 480 ? 14 : 26;
  const marginLeft = marginFor(
    rowNames.map((name) => cut(name, letters)),
    190,
  );
  const side = Math.max(12, Math.min(104, (width - marginLeft - 8) / columnNames.length));
  const tall = Math.min(side, 52);
  const isTurned = columnNames.some((name) => cut(name, letters).length * 6.2 > side);
  const below = isTurned
    ? Math.min(150, 14 + 5.2 * Math.max(...columnNames.map((name) => cut(name, letters).length)))
    : 28;
  const color = ({ value }: HeatCell) =>
    Number.isFinite(value) ? divergingColor(value, limit, theme.surface) : theme.line;
  const digits = side >= 38 ? 2 : 1;
  return {
    width: marginLeft + side * columnNames.length + 8,
    height: tall * rowNames.length + below,
    marginLeft,
    marginRight: 8,
    marginTop: 0,
    marginBottom: below,
    padding: 0.04,
    x: {
      domain: columnNames.map((_, i) => i),
      tickFormat: (i: number) => cut(columnNames[i]!, letters),
      ...(isTurned && { tickRotate: -45 }),
      tickSize: 0,
      label: null,
    },
    y: {
      domain: rowNames.map((_, i) => i),
      tickFormat: (i: number) => cut(rowNames[i]!, letters),
      tickSize: 0,
      label: null,
    },
    color: { type: 'identity' },
    marks: [
      cell(cells, {
        x: 'column',
        y: 'row',
        fill: color,
        title: ({ row, column, value }: HeatCell) =>
          `${rowNames[row]}\n${columnNames[column]}\n${data.valueName}: ${Number.isFinite(value) ? minus(value.toFixed(3)) : 'not defined'}`,
        tip: true,
      }),
      ...(side >= 26 && cells.length <= MOST_NUMBERS
        ? [
            text(cells, {
              x: 'column',
              y: 'row',
              text: ({ value }: HeatCell) => (Number.isFinite(value) ? minus(value.toFixed(digits)) : '–'),
              fill: (one: HeatCell) => (Number.isFinite(one.value) ? readableOn(color(one)) : theme.textMuted),
              fontSize: 11,
              pointerEvents: 'none' as const,
            }),
          ]
        : []),
    ],
  };
}
