/** The player's track: one score a frame. */
export interface TrackData {
  /** One entry a frame; null (a gap) where the score is not defined. */
  readonly scores: readonly (number | null)[];
  /** The frame that is shown, 0…scores.length-1. */
  readonly index: number;
  /** The step in words, for `aria-valuetext`: "Step 3 of 7, assign, inertia 34.14". */
  readonly valueText: string;
  /** False: the playhead jumps. */
  readonly animate: boolean;
}

export interface TrackCallbacks {
  /** The reader asks for a frame, by pointer or by key. */
  onSeek?(index: number): void;
}
