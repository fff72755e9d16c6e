/** Where the pen is on the paper, both 0…1, and whether it draws. */
export interface Pen {
  readonly x: number;
  readonly y: number;
  readonly isDown: boolean;
}

export const START: Pen = { x: 0.5, y: 0.2, isDown: false };

/** Of the paper's width, at a press; with Shift half of it, for curves. */
const STEP = 1 / 20;

const ways: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const onPaper = (value: number) => Math.min(1, Math.max(0, value));

/** Where a key takes the pen; null: it is no arrow. The pen stays on the paper. */
export function movePen(pen: Pen, key: string, isFine: boolean): Pen | null {
  const way = ways[key];
  if (!way) return null;
  const step = isFine ? STEP / 2 : STEP;
  return { ...pen, x: onPaper(pen.x + way[0] * step), y: onPaper(pen.y + way[1] * step) };
}
