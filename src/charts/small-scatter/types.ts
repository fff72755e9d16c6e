/** What part of the picture is seen: a place at share (u, v) of the box, 0…1, is seen at k · (u, v) + (x, y). */
export interface SharedView {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE: SharedView = { k: 1, x: 0, y: 0 };

/** Points without axes, one of several pictures of the same rows. x and y are in data units; n rows. */
export interface SmallScatterData {
  /** The very same arrays in all pictures of a group, so that places are computed once. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** n labels as in a frame: NOISE is drawn hollow. */
  readonly labels: Int32Array;
  /** n indices into `palette`; a negative one is grey. */
  readonly colorOf: Int32Array;
  readonly selection: ReadonlySet<number> | null;
  readonly hovered: number | null;
  readonly palette: readonly string[];
  readonly view: SharedView;
  /** One sentence for those who do not see the picture. */
  readonly summary: string;
}

export interface SmallScatterCallbacks {
  /** The row under the pointer and its place on the screen; null: none. Without it nothing is hovered. */
  onHover?(row: number | null, clientX: number, clientY: number): void;
  /** The part that is seen changed, by wheel or drag. Without it there is no zoom. */
  onView?(view: SharedView): void;
}
