/** A line of words in pixels: where its middle should be, and how wide it is. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LINE = 14;
const GAP = 6;

/**
 * Moves labels up or down, as little as it takes, so that none lies on another, and keeps them within the frame; the first ones
 * have the first choice. A label that finds no place in twelve lines stays where it should be.
 */
export function placeLabels(labels: readonly Label[], { left, right, top, bottom }: Frame): { x: number; y: number }[] {
  const placed: Label[] = [];
  const overlaps = (a: Label, b: Label) =>
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP && Math.abs(a.y - b.y) < LINE;
  for (const { x, y, width } of labels) {
    const inside = Math.max(left + width / 2, Math.min(right - width / 2, x));
    const steps = Array.from({ length: 25 }, (_, i) => (i % 2 === 0 ? -1 : 1) * Math.ceil(i / 2) * LINE);
    const candidates = steps.map((step) => ({ x: inside, y: y + step, width }));
    const free = candidates.find(
      (one) => one.y >= top + LINE / 2 && one.y <= bottom - LINE / 2 && !placed.some((other) => overlaps(one, other)),
    );
    placed.push(free ?? { x: inside, y, width });
  }
  return placed.map(({ x, y }) => ({ x, y }));
}
