/** A slot that is no cluster's: the colour of text. */
export const INK = -2;

/** How a row's mark is filled: as its cluster's own, as an outline, or as a cross. */
export const FILLED = 0;
export const HOLLOW = 1;
export const CROSS = 2;

/** All points within a distance of a place: an ellipse on the screen, for axes need not have one scale. Data units. */
export interface StageDisc {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** The distance is the p-norm of this power: 2 gives an ellipse, 1 a diamond, Infinity a box. */
  readonly power: number;
  readonly slot: number;
  readonly look: 'filled' | 'outline' | 'dashed';
}

/** Lines between pairs of places, data units; as many as the arrays are long. */
export interface StageSegments {
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  readonly x2: Float64Array;
  readonly y2: Float64Array;
  readonly slots: Int32Array;
  readonly look: 'thin' | 'strong' | 'dashed';
}

/** A soft hull around places, data units: one place gives a spot, two a capsule. */
export interface StageHull {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly slot: number;
}

/** Places that are no rows, data units, each with the way it came. */
export interface StageDots {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly slots: Int32Array;
  readonly look: 'dot' | 'ring' | 'cross';
  /** Where the dots were, oldest first, their present places not among them: those of dot i from starts[i] to starts[i + 1]. */
  readonly trails: { readonly x: Float64Array; readonly y: Float64Array; readonly starts: Int32Array } | null;
}

/** Rings around rows: the one that is looked at now, those that wait, those that take part. */
export interface StageRings {
  readonly rows: Int32Array;
  readonly look: 'now' | 'waiting' | 'lit';
}

/** What can be drawn with the points besides centres and regions: the algorithm's own picture, in general terms. */
export interface StageOverlay {
  /** Below the points, in this order. */
  readonly hulls: readonly StageHull[];
  readonly discs: readonly StageDisc[];
  readonly segments: readonly StageSegments[];
  /** Above the points. */
  readonly rings: readonly StageRings[];
  readonly dots: readonly StageDots[];
  /** FILLED, HOLLOW or CROSS for each row; null: only noise is hollow. */
  readonly kinds: Uint8Array | null;
  /** A disc whose rim can be dragged, one of `discs` or its like. */
  readonly handle: {
    readonly disc: StageDisc;
    readonly name: string;
    /** What the radius stands for, and in words: "eps 0.5". */
    readonly value: number;
    readonly text: string;
  } | null;
}
