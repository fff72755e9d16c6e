/** The smallest picture in which a digit can be told, and the largest that leaves others in view. CSS pixels. */
const SMALLEST = 14;
const LARGEST = 56;
/** Dots become pictures where they are so far apart on average, and one has zoomed in at least so far. */
const SPACING = 5;
const ZOOMED = 1.5;
/** Pictures fade in over this factor of zoom. */
const FADE = 1.25;

/** The zoom from which n points in a plot of `area` px² are pictures. */
export function pictureZoom(n: number, area: number): number {
  return Math.max(ZOOMED, SPACING / Math.sqrt(area / Math.max(1, n)));
}

/** How pictures look at zoom `k`: their side in CSS pixels and how far they have faded in (0: dots only). */
export function pictureLook(k: number, n: number, area: number): { side: number; opacity: number } {
  const from = pictureZoom(n, area);
  const side = Math.round(Math.min(LARGEST, SMALLEST * Math.sqrt(Math.max(1, k / from))));
  return { side, opacity: Math.min(1, Math.max(0, (k / from - 1) / (FADE - 1))) };
}
