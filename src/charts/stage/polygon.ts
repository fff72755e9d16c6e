/** Whether (x, y) lies in the closed polygon `outline` (x0, y0, x1, y1, …), by the even-odd rule. */
export function insidePolygon(outline: readonly number[], x: number, y: number): boolean {
  let inside = false;
  const n = outline.length / 2;
  for (let i = 0, j = n - 1; i < n; j = i++) {
    const xi = outline[2 * i]!;
    const yi = outline[2 * i + 1]!;
    const xj = outline[2 * j]!;
    const yj = outline[2 * j + 1]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** The points inside a polygon, ascending. */
export function rowsInside(outline: readonly number[], px: Float32Array, py: Float32Array): Int32Array {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < outline.length; i += 2) {
    left = Math.min(left, outline[i]!);
    right = Math.max(right, outline[i]!);
    top = Math.min(top, outline[i + 1]!);
    bottom = Math.max(bottom, outline[i + 1]!);
  }
  const rows: number[] = [];
  for (let i = 0; i < px.length; i++) {
    const x = px[i]!;
    const y = py[i]!;
    if (x >= left && x <= right && y >= top && y <= bottom && insidePolygon(outline, x, y)) rows.push(i);
  }
  return Int32Array.from(rows);
}
