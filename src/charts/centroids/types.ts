/** Images of clusters, and what each of them is made of. */
export interface CentroidsData {
  /** Pixels of an image. */
  readonly width: number;
  readonly height: number;
  /** k images one after the other, row by row of pixels, 0 (black) to 1 (white). */
  readonly shades: Float64Array;
  /** What the images are: "Centroid", so that they are called "Centroid 0", "Centroid 1", …. */
  readonly noun: string;
  /** Clusters × classes: rows of each. One class where none are known: then there are no bars. */
  readonly counts: Int32Array;
  readonly classNames: readonly string[];
  /** The palette slot of each cluster. */
  readonly slots: Int32Array;
  readonly palette: readonly string[];
  /** What the rows are called: "digits". */
  readonly rowsNoun: string;
  readonly selected: number | null;
  /** Whether the images glide to the new ones. */
  readonly animate: boolean;
}

export interface CentroidsCallbacks {
  onPick?(cluster: number): void;
}
