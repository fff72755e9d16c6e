/** A track's geometry, CSS pixels. */
export interface TrackLayout {
  /** Per frame, its place along the track. */
  readonly x: readonly number[];
  /** Per frame, the height of its score; null where there is none. */
  readonly y: readonly (number | null)[];
  /** Where the area ends below. */
  readonly base: number;
}

/** Room at both ends of a track, so that the playhead is not cut. */
export const INSET = 8;

/**
 * Frames evenly along the width; scores from the lowest (a little above the base) to the highest. One frame stands at the
 * left; a constant score lies in the middle. Scores that are not finite count as null.
 */
export function layOutTrack(scores: readonly (number | null)[], width: number, height: number): TrackLayout {
  const n = scores.length;
  const base = height - 1;
  const top = INSET;
  const bottom = height - INSET;
  const finite = scores.filter((score): score is number => score !== null && Number.isFinite(score));
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const span = high - low;
  const heightOf = (score: number) =>
    span > 0 ? bottom - ((score - low) / span) * (bottom - top) : (top + bottom) / 2;
  return {
    x: scores.map((_, i) => INSET + (n > 1 ? (i / (n - 1)) * (width - 2 * INSET) : 0)),
    y: scores.map((score) => (score !== null && Number.isFinite(score) ? heightOf(score) : null)),
    base,
  };
}

/** The frame nearest to a place along the track. */
export function frameAt(x: number, n: number, width: number): number {
  if (n < 2) return 0;
  const share = (x - INSET) / Math.max(1, width - 2 * INSET);
  return Math.round(Math.min(1, Math.max(0, share)) * (n - 1));
}

/** The frame that a key asks for, or null for a key that is not the track's. */
export function frameForKey(key: string, index: number, n: number): number | null {
  const page = Math.max(1, Math.round(n / 10));
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    ArrowLeft: index - 1,
    ArrowDown: index - 1,
    PageUp: index + page,
    PageDown: index - page,
    Home: 0,
    End: n - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(Math.max(0, n - 1), Math.max(0, target));
}
