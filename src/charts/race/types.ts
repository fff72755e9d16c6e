/** One runner: where its inertia stood after so many seconds. */
export interface Runner {
  readonly name: string;
  readonly color: string;
  /** Ascending by time. */
  readonly points: readonly { readonly seconds: number; readonly inertia: number }[];
  readonly isOver: boolean;
}

export interface RaceData {
  readonly runners: readonly Runner[];
  /** Seconds that are looked at. */
  readonly time: number;
  /** What `time` means, in words, for those who do not see it. */
  readonly valueText: string;
}

export interface RaceCallbacks {
  /** Somebody wants to look at another time. */
  onSeek?(seconds: number): void;
}
