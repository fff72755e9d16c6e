import type { LaidOut } from '../engine/spec/projection.ts';
import type { OnLayout } from './api.ts';

/** A picture of a layout that settles, at most so often: between two of them the points glide. */
const EVERY_MS = 150;

/** Tells the page how a layout gets on: one thing at a time, none before it has taken the last. */
export function showLayout(onLayout: OnLayout): { wanted(): boolean; show(laidOut: LaidOut): void } {
  let busy = false;
  let shown = Number.NEGATIVE_INFINITY;
  const wanted = () => !busy && performance.now() - shown >= EVERY_MS;
  return {
    wanted,
    show(laidOut) {
      // The start comes unasked.
      if (!laidOut.places && !wanted()) return;
      busy = true;
      shown = performance.now();
      const free = () => {
        busy = false;
      };
      // A page that throws has taken it all the same.
      Promise.resolve(onLayout(laidOut)).then(free, free);
    },
  };
}
