/** A rectangle of a cell in shares of its two axes: from its left to its right, from below upwards. */
export interface Shares {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

/** The cell that keys are about, and the brush that they have made in it. */
export interface KeyedCell {
  /** Its column to the right, and the one upwards. */
  readonly i: number;
  readonly j: number;
  readonly brush: Shares | null;
}

/** One step of a key, and the brush that Enter makes: the middle of the cell. */
const STEP = 0.05;
const FIRST: Shares = { left: 0.25, right: 0.75, low: 0.25, high: 0.75 };

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

const clamp = (value: number) => Math.max(0, Math.min(1, Math.round(value * 1000) / 1000));

/**
 * What a key makes of it. Arrows go from cell to cell; Enter makes a brush, which arrows then move, and with Shift its right and
 * upper edge only; Enter again leaves what it caught and goes on among the cells; Delete takes it away. The first arrow only
 * shows where the keyboard is. Null: the key says nothing here.
 * @param cell null: the keyboard was elsewhere
 */
export function cellKey(
  cell: KeyedCell | null,
  count: number,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
): KeyedCell | null {
  const { i, j, brush } = cell ?? { i: 0, j: 0, brush: null };
  if (key === 'Enter') return { i, j, brush: brush ? null : FIRST };
  if (key === 'Delete' || key === 'Backspace') return brush ? { i, j, brush: null } : null;
  const arrow = ARROWS[key];
  if (!arrow) return null;
  if (!cell) return { i, j, brush };
  const [dx, dy] = arrow;
  if (brush) return { i, j, brush: shiftKey ? grown(brush, dx * STEP, dy * STEP) : moved(brush, dx * STEP, dy * STEP) };
  const within = (at: number) => Math.max(0, Math.min(count - 1, at));
  // Cells count from above.
  return { i: within(i + dx), j: within(j - dy), brush };
}

function grown({ left, right, low, high }: Shares, dx: number, dy: number): Shares {
  return { left, right: Math.max(left, clamp(right + dx)), low, high: Math.max(low, clamp(high + dy)) };
}

function moved({ left, right, low, high }: Shares, dx: number, dy: number): Shares {
  const x = Math.max(-left, Math.min(dx, 1 - right));
  const y = Math.max(-low, Math.min(dy, 1 - high));
  return { left: clamp(left + x), right: clamp(right + x), low: clamp(low + y), high: clamp(high + y) };
}

/** What keys do here, for those who ask and for those who cannot see it. */
export const CELL_HELP =
  'Arrow keys go from cell to cell; Enter makes a brush in a cell, arrow keys move it, with Shift its right and upper edge, Enter leaves it; Delete takes it away, Escape everything.';
