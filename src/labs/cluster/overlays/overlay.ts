import type { StageDisc, StageOverlay } from '../../../charts/stage/overlay-types.ts';
import type { Position } from '../../../charts/stage/types.ts';
import type { Frame, Matrix } from '../../../engine/types.ts';
import type { Embedded, Scene } from '../../../ui/picture/view.ts';
import type { LegendMark } from '../legend/marks.ts';

/** All that the picture of a step is made from. */
export interface OverlayStep {
  readonly scene: Scene;
  readonly frames: readonly Frame[];
  readonly index: number;
  /** `frames[index]`. */
  readonly frame: Frame;
  /** Where the rows stand, in the units of the picture. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The palette's slot of a label; negative ones are grey. */
  slotOf(label: number): number;
  /** The row that the hand was at last; null: none. */
  readonly pinned: number | null;
}

/** What a mark means, in a word or two. */
export interface LegendItem {
  readonly mark: LegendMark;
  readonly words: string;
}

/** A parameter that the disc of `handle` stands for. */
export interface Knob {
  readonly param: string;
  /** The disc's rx for a value of 1. */
  readonly unit: number;
  /** The row that the disc is around: it stays there while it is dragged. */
  readonly row: number | null;
}

export interface OverlayPicture extends StageOverlay {
  /** The same for every frame of a run in the same view, so that it can be read. */
  readonly legend: readonly LegendItem[];
  readonly knob: Knob | null;
}

/** What goes with a row while it is looked at. */
export interface Around {
  readonly disc: StageDisc | null;
  readonly path: readonly Position[];
  readonly rows: readonly number[];
}

/** A space in which a method clusters, and its centres there. */
export interface OwnSpace extends Embedded {
  readonly centers: Matrix | null;
}

/** An algorithm's own picture: pure functions of the step. The stage knows none of them. */
export interface Overlay {
  draw(step: OverlayStep): OverlayPicture;
  /** Centre 2 of one step need not be centre 2 of the next: they leave no trails. */
  readonly centersJump?: boolean;
  /** Draws places that are no rows': in a layout, where only rows have a place, it has nothing to show. */
  readonly needsPlane?: boolean;
  around?(step: OverlayStep, row: number): Around;
  /** The space that a frame clusters in, where it is not that of the data; null in frames that have none yet. */
  space?(frame: Frame): OwnSpace | null;
}

/** An overlay of nothing: each algorithm fills in what it has. */
export const nothing: OverlayPicture = {
  hulls: [],
  discs: [],
  segments: [],
  rings: [],
  dots: [],
  kinds: null,
  handle: null,
  legend: [],
  knob: null,
};
