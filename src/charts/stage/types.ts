import type { Chart, SelectMode } from '../chart.ts';
import type { StageDisc, StageOverlay } from './overlay-types.ts';

/** A point in data units. */
export type Position = readonly [x: number, y: number];

/** A cluster centre: a handle that can be dragged, with the way it came. */
export interface StageCenter {
  readonly x: number;
  readonly y: number;
  /** The cluster's number as scikit-learn gives it; also what `onCenterDrag` reports. */
  readonly label: number;
  /** Index into `palette`. */
  readonly slot: number;
  /** Where it was before, oldest first, its present place not among them. */
  readonly trail: readonly Position[];
}

/** A part of the plane in which a new point would fall into one cluster. */
export interface StageRegion {
  readonly slot: number;
  readonly polygon: readonly Position[];
  /** Further outlines of the same region: holes in it, and parts apart from it (even-odd). */
  readonly more?: readonly (readonly Position[])[];
}

/** Lines from one point to centres or other points; the one to the nearest is drawn solid. */
export interface StageSpokes {
  readonly row: number;
  readonly to: readonly { readonly x: number; readonly y: number; readonly slot: number; readonly nearest: boolean }[];
  /** What is within reach of the point. */
  readonly disc: StageDisc | null;
  /** A way that belongs to it; empty: none. */
  readonly path: readonly Position[];
}

/** A picture for each row. */
export interface StagePictures {
  /** n pictures of width × height pixels, row by row, one after another. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What the brightest pixel is. */
  readonly brightest: number;
}

/** All that the stage draws. x and y are in data units; n rows. */
export interface StageData {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** n labels as in a frame: NOISE is drawn hollow. */
  readonly labels: Int32Array;
  /** n indices into `palette`; a negative one is drawn in the grey of noise and of what no step has reached. */
  readonly colorOf: Int32Array;
  /** n indices of shapes (the class), or null for circles only. */
  readonly shapeOf: Uint8Array | null;
  /** Rows whose label changed in this step: outlined. */
  readonly changed: Int32Array;
  readonly centers: readonly StageCenter[];
  /** Whether centres can be dragged. */
  readonly movable: boolean;
  /** The algorithm's own picture. */
  readonly overlay: StageOverlay | null;
  readonly regions: readonly StageRegion[];
  /** Selected rows; null when nothing is selected (then nothing is muted). */
  readonly selection: ReadonlySet<number> | null;
  readonly hovered: number | null;
  /** What the dots become as one zooms in; the same object for the same data. */
  readonly pictures?: StagePictures | null;
  readonly spokes: StageSpokes | null;
  /** CSS colours by slot, repeated when there are more slots than colours. */
  readonly palette: readonly string[];
  readonly axes: {
    /** What is shown: a new key is a new projection (new domain, an 800 ms morph); the same key keeps its domain. */
    readonly key: string;
    readonly x: { readonly title: string };
    readonly y: { readonly title: string };
    /** True: a unit is equally long on both axes (a plane, a projection). */
    readonly equal?: boolean;
    /** True: no figures at the axes, for they say nothing. */
    readonly bare?: boolean;
  };
  /** What a plain drag does: move the picture or draw a lasso. */
  readonly tool: 'pan' | 'lasso';
  /** False: jump (a slider is being dragged). */
  readonly animate: boolean;
  /** One sentence for those who do not see the picture. */
  readonly summary: string;
}

export interface StageCallbacks {
  /** The point under the pointer (or the keyboard's cursor) and its own place on the screen; null when there is none. */
  onHover?(row: number | null, clientX: number, clientY: number): void;
  /** Rows that a lasso or a click caught, ascending. */
  onSelect?(rows: Int32Array, mode: SelectMode): void;
  onClearSelection?(): void;
  /** A centre was moved to (x, y), data units; at most once a frame while it moves, and once with `done`. */
  onCenterDrag?(center: number, x: number, y: number, done: boolean): void;
  /** The rim of the overlay's handle was moved: its disc's new rx, x's data units. As often as `onCenterDrag`. */
  onDiscDrag?(radius: number, done: boolean): void;
}

export interface Stage extends Chart<StageData> {
  /** Where a row is on the screen now (client coordinates), or null where it is out of view. */
  locate(row: number): { clientX: number; clientY: number } | null;
  /** Back to the whole picture. */
  resetZoom(): void;
}
