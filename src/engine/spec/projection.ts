import type { LayoutId } from '../projections/specs.ts';
import type { Matrix, Params } from '../types.ts';
import type { Cost } from './algorithm.ts';
import type { ParamSpecs } from './kinds.ts';

/** A projection onto the plane as data: what the page can offer and say of it. */
export interface ProjectionSpec {
  /** Also its word in the address: `view=tsne`. */
  readonly id: string;
  readonly title: string;
  /** A few words beside the title in a list. */
  readonly note: string;
  /** Where its method is explained. */
  readonly link: string;
  /**
   * 'linear': a place in the clustered space has a place in the picture. 'layout': only rows have one, found step by step;
   * distances across the picture, and its axes, say nothing.
   */
  readonly kind: 'linear' | 'layout';
  /** What one of its axes is called: "component". Omitted: its title. */
  readonly axis?: string;
  /** With defaults; of a layout, the words of whoever is the reference: scikit-learn's TSNE, umap-learn's UMAP. */
  readonly params: ParamSpecs;
  /** Layouts: whose the names and the defaults of the parameters are. */
  readonly reference?: string;
  /** Layouts: up to so many rows all are laid out; of more a sample, unless all are asked for. */
  readonly rows?: number;
  /** Layouts: an honest estimate for n rows, which the page shows before it lays out more than `rows`. */
  cost?(n: number, params: Params): Cost;
}

/** A linear projection of the clustered space: coords = (X - mean) · componentsᵀ. */
export interface LinearAxes {
  /** rows × 2; the second column is 0 where a single feature is clustered. */
  readonly coords: Matrix;
  readonly mean: Float64Array;
  /** 2 × d */
  readonly components: Matrix;
  /** Share of the variance along each of the two axes. */
  readonly explained: readonly number[];
}

/** Which layout of what. */
export interface LayoutAsk {
  readonly id: LayoutId;
  /** Those that differ from their defaults. */
  readonly params: Params;
  /** How many rows at most are laid out; of more a sample. */
  readonly rows: number;
}

/** What is seen while a layout settles, and in the end. */
export interface LaidOut {
  /** 0…1 of the work. */
  readonly share: number;
  /** n places within ±1: x and y of each in turn; null where nobody wanted them, or there are none yet. */
  readonly places: Float64Array | null;
}

export interface LayoutResult {
  readonly places: Float64Array;
  /** The rows that were laid out, ascending; null: all. The others stand between the nearest of these. */
  readonly sample: Int32Array | null;
}
