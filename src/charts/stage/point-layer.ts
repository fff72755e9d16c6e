import type { ThemeColors } from '../chart.ts';
import type { Marks } from './marks.ts';

/** Where points are: on their way from one place to another, plot pixels before zoom. n entries each. */
export interface Places {
  readonly fromX: Float32Array;
  readonly fromY: Float32Array;
  readonly toX: Float32Array;
  readonly toY: Float32Array;
}

/** A zoom: plot pixel = k · place + (x, y). */
export interface View {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export interface MarkLook {
  /** CSS pixels. */
  readonly radius: number;
  readonly opacity: number;
  readonly palette: readonly string[];
  readonly colors: ThemeColors;
}

/** Draws the points. Everything but `draw` may be costly; `draw` runs once a frame. */
export interface PointLayer {
  readonly canvas: HTMLCanvasElement;
  resize(width: number, height: number, pixelRatio: number): void;
  /** What to draw from now on; the arrays are read at every `draw` and are not written. */
  set(places: Places, marks: Marks): void;
  look(look: MarkLook): void;
  /**
   * `progress`, 0…1, of the way from `from` to `to`. A layer that cannot draw them all before `until` (as `performance.now()`
   * counts; absent: all at once) goes on at the next call: false, until what was asked for is shown.
   */
  draw(view: View, progress: number, until?: number): boolean;
  destroy(): void;
}

/** Opacity of a mark that is not selected, as a share of the others'. */
export const MUTED = 0.18;
