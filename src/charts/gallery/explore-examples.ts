import { biplot } from '../explore/biplot.ts';
import { boxStrip } from '../explore/box-strip.ts';
import { columnBoxes } from '../explore/column-boxes.ts';
import { heatMap } from '../explore/heat-map.ts';
import { histogram } from '../explore/histogram.ts';
import { imageGrid } from '../explore/image-grid.ts';
import type { TableView } from '../explore/matrix/types.ts';
import { scree } from '../explore/scree.ts';
import { shareBars } from '../explore/share-bars.ts';
import { zStrips } from '../explore/z-strips.ts';
import type { FigureData } from '../figure/types.ts';
import { petals, source } from './samples.ts';

const words = { one: 'flower', many: 'flowers' };
const looks = (palette: readonly string[]) =>
  ['setosa', 'versicolor', 'virginica'].map((name, i) => ({ name, color: palette[i]! }));
const column = (values: Float64Array, name: string) => ({
  name,
  values,
  min: values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY),
  max: values.reduce((high, value) => Math.max(high, value), Number.NEGATIVE_INFINITY),
});

const edges = Float64Array.of(1, 2, 3, 4, 5, 6, 7);
const grid = Float64Array.from({ length: 61 }, (_, i) => 0.5 + i * 0.11);
const bell = (middle: number) => grid.map((x) => 0.8 * Math.exp(-((x - middle) ** 2)));
const box = { count: 50, q1: 2, median: 2.4, q3: 3.1, low: 1.2, high: 4, outliers: 1 };
const line = { rows: [0, 1, 2, 3], values: [1.2, 2, 2.4, 6.5] };

/** The charts of Explore that are drawn by a function: as they are, and where there is little to draw. */
export const figureExamples: Readonly<Record<string, (palette: readonly string[]) => FigureData['draw']>> = {
  Histogram: (palette) => (context) =>
    histogram(
      {
        label: 'petal length (cm)',
        edges,
        counts: Int32Array.of(50, 0, 12, 40, 38, 10),
        groupCounts: Int32Array.of(50, 0, 0, 0, 0, 0, 0, 0, 12, 34, 4, 0, 0, 0, 0, 6, 34, 8),
        grid,
        density: bell(3.5),
        groupDensity: [bell(1.5), bell(4.2), null],
        groups: looks(palette),
        groupSizes: [50, 50, 48],
        rows: words,
      },
      context,
    ),
  'One distinct value': (palette) => (context) =>
    histogram(
      {
        label: 'a constant',
        edges: Float64Array.of(2.5, 3.5),
        counts: Int32Array.of(7),
        groupCounts: Int32Array.of(7, 0, 0),
        grid: Float64Array.of(2, 3, 4),
        density: null,
        groupDensity: [null, null, null],
        groups: looks(palette),
        groupSizes: [7, 0, 0],
        rows: words,
      },
      context,
    ),
  'Boxes and strips': (palette) => (context) =>
    boxStrip(
      {
        label: 'petal length (cm)',
        lines: [
          ...looks(palette).map((look) => ({ ...look, box, ...line })),
          { name: 'no values', color: '#888888', box: null, rows: [], values: [] },
        ],
        domain: [1, 7],
        words,
        selection: new Set([1, 2]),
      },
      context,
    ),
  'Heat map, a constant column': () => (context) =>
    heatMap(
      {
        rowNames: ['a', 'a rather long name of a column', 'constant'],
        columnNames: ['a', 'a rather long name of a column', 'constant'],
        values: Float64Array.of(1, -0.6, Number.NaN, -0.6, 1, Number.NaN, Number.NaN, Number.NaN, Number.NaN),
        limit: 1,
        valueName: 'r',
      },
      context,
    ),
  Scree: () => (context) => scree({ ratio: Float64Array.of(0.72, 0.2, 0.05, 0.03) }, context),
  Biplot: (palette) => (context) => {
    const { x, y, classes } = petals();
    const arrows = [
      { name: 'petal length (cm)', x: 0.9, y: 0.3 },
      { name: 'sepal width (cm)', x: -0.2, y: 0.8 },
    ];
    const rows = Int32Array.from(x.keys());
    const labels = ['component 1 (92.5 %)', 'component 2 (5.3 %)'] as const;
    return biplot(
      { labels, rows, x, y, group: classes, groups: looks(palette), arrows, selection: null, words },
      context,
    );
  },
  Outliers: () => (context) =>
    zStrips(
      {
        lines: [
          { name: 'sepal width (cm)', low: -3, high: 3, mean: 3, std: 0.4 },
          { name: 'constant', low: Number.NaN, high: Number.NaN, mean: 1, std: 0 },
        ],
        place: [0, 0],
        row: [15, 33],
        score: [3.1, -3.4],
        selection: null,
        words,
      },
      context,
    ),
  'Columns on one axis': () => (context) =>
    columnBoxes(
      {
        label: 'value',
        boxes: [
          { name: 'proline', min: 278, q1: 500, median: 673, q3: 985, max: 1680 },
          { name: 'hue', min: 0.48, q1: 0.78, median: 0.96, q3: 1.1, max: 1.7 },
        ],
      },
      context,
    ),
  Shares: () => (context) =>
    shareBars({ label: 'share (%)', names: ['proline', 'hue'], shares: [0.9998, 0.0002] }, context),
  Pictures: () => (context) => {
    const random = source(3);
    const pixels = () => Float64Array.from({ length: 64 }, () => random());
    const images = Array.from({ length: 5 }, (_, i) => ({ caption: String(i), pixels: pixels(), title: `digit ${i}` }));
    return imageGrid({ width: 8, height: 8, images, most: 1, side: 48 }, context);
  },
};

const view = (palette: readonly string[], rows: number, columns: number): TableView => {
  const random = source(7);
  const made = Array.from({ length: columns }, (_, j) =>
    column(
      Float64Array.from({ length: rows }, (__, i) => (i % 3) * 2 + random() * (j + 1)),
      `column ${j}`,
    ),
  );
  return {
    columns: made,
    shown: Int32Array.from({ length: rows }, (_, i) => i),
    groupOf: Int32Array.from({ length: rows }, (_, i) => i % 3),
    groups: looks(palette),
    selection: null,
    hovered: null,
    nameOf: (row) => `flower ${row}`,
    label: `${columns} columns of ${rows} rows`,
  };
};

/** What the scatter matrix and the parallel coordinates draw. */
export const tableExamples: Readonly<Record<string, (palette: readonly string[]) => TableView>> = {
  'Four columns': (palette) => ({ ...view(palette, 150, 4), hovered: 20 }),
  Selection: (palette) => ({ ...view(palette, 150, 3), selection: new Set([0, 3, 6, 9, 12]) }),
  'Equal values': (palette) => {
    const whole = view(palette, 30, 2);
    return { ...whole, columns: [whole.columns[0]!, column(new Float64Array(30).fill(4), 'constant')] };
  },
  'One column': (palette) => view(palette, 30, 1),
  'One row': (palette) => view(palette, 1, 3),
};
