import type { PlotOptions } from '@observablehq/plot';
import type { ThemeColors } from '../chart.ts';

/** What a drawing may depend on besides its data. */
export interface FigureContext {
  /** Of the figure's body, in CSS pixels, at least 1. */
  readonly width: number;
  readonly theme: ThemeColors;
}

/** Options for Observable Plot, or a finished picture for what Plot cannot draw. */
export type Drawing = PlotOptions | SVGSVGElement;

/** The rows in a chart that Plot draws. */
export interface FigureRows {
  /** The row that a datum under the pointer is; null: none. */
  rowOf(datum: unknown): number | null;
  /** Where a row stands, in the units of the two axes; nowhere if it is not drawn. */
  placesOf(row: number): readonly { readonly x: number; readonly y: number }[];
}

/** A chart for reading: one function from width and colours to a picture. It is called again when either changes. */
export interface FigureData {
  draw(context: FigureContext): Drawing;
  /** The picture's accessible name. */
  readonly label: string;
  /** Where rows are drawn one by one. */
  readonly rows?: FigureRows | undefined;
  /** The row under the pointer, here or in another chart: it is marked, and nothing is drawn anew. */
  readonly hovered?: number | null;
}

export interface FigureCallbacks {
  /** What is under the pointer, by Plot's own pointer (a mark with `tip: true`); null: nothing. */
  onHover?(datum: unknown): void;
  /** A click on what is under the pointer. */
  onPick?(datum: unknown, event: MouseEvent): void;
}

export type SwatchShape = 'dot' | 'square' | 'line' | 'dash' | 'ring';

/** What a colour stands for. */
export interface Swatch {
  readonly label: string;
  readonly color: string;
  readonly shape?: SwatchShape;
}

/** Colours of a continuous scale, from the low end to the high end. */
export interface Ramp {
  readonly title: string;
  readonly colors: readonly string[];
  /** Words under the two ends, and between them if there is a middle worth naming. */
  readonly ticks: readonly string[];
}

export type Legend = { readonly swatches: readonly Swatch[] } | { readonly ramp: Ramp };
