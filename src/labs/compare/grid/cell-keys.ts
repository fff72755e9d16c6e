const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * The cell of a grid of `rows` × `columns` that a key leads to, counted row by row; null: the key means nothing here. Home and
 * End are the ends of the row; at an edge it stays where it is.
 */
export function cellAfter(key: string, at: number, rows: number, columns: number): number | null {
  const [row, column] = [Math.floor(at / columns), at % columns];
  if (key === 'Home') return row * columns;
  if (key === 'End') return row * columns + columns - 1;
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (!step) return null;
  const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
  return clamp(row + step[0], rows) * columns + clamp(column + step[1], columns);
}
