/** What a canvas shows, as SVG. */
export interface Vector {
  /** How many marks `markup` has. */
  count(): number;
  /** SVG elements, in the pixels of the canvas's box. */
  markup(): string;
}

/** More marks in one file are slow to open and to edit: then the file holds the canvases' pixels. */
const MOST_MARKS = 50_000;

const vectors = new WeakMap<HTMLCanvasElement, Vector>();

/** Says how what stands on `canvas` is drawn in an SVG file. It goes with the canvas. */
export function asVector(canvas: HTMLCanvasElement, vector: Vector): void {
  vectors.set(canvas, vector);
}

/** How these canvases are drawn in one file; none of them where they are too many marks together. */
export function vectorsOf(canvases: readonly HTMLCanvasElement[]): ReadonlyMap<HTMLCanvasElement, Vector> {
  const known = new Map(canvases.flatMap((canvas) => [[canvas, vectors.get(canvas)] as const]));
  const there = new Map([...known].filter((one): one is [HTMLCanvasElement, Vector] => one[1] !== undefined));
  const marks = [...there.values()].reduce((sum, vector) => sum + vector.count(), 0);
  return marks <= MOST_MARKS ? there : new Map();
}
