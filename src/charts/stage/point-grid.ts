/** Finds points by place. Coordinates are those it was built from. */
export interface PointGrid {
  /** The point nearest to (x, y) within `radius`, the later of two equally near ones; -1 for none. */
  nearest(x: number, y: number, radius: number): number;
}

/**
 * Sorts n points into square cells (counting sort: two passes, flat arrays), some 2 points a cell. Far cheaper to build
 * than a tree, which matters when every step moves the points. Points that are not finite are never found.
 */
export function pointGrid(px: Float32Array, py: Float32Array, width: number, height: number): PointGrid {
  const n = px.length;
  const size = Math.max(4, Math.sqrt((width * height * 2) / Math.max(1, n)));
  const columns = Math.max(1, Math.ceil(width / size));
  const rows = Math.max(1, Math.ceil(height / size));
  // Points outside the plot (it may be zoomed out) go to the border cells.
  const clamp = (v: number, limit: number) => (v < 0 ? 0 : v >= limit ? limit - 1 : v);
  const cellOf = (x: number, y: number) =>
    clamp(Math.floor(y / size), rows) * columns + clamp(Math.floor(x / size), columns);
  const starts = new Int32Array(columns * rows + 1);
  const finite = (i: number) => Number.isFinite(px[i]! + py[i]!);
  for (let i = 0; i < n; i++) if (finite(i)) starts[cellOf(px[i]!, py[i]!) + 1]!++;
  for (let c = 0; c < columns * rows; c++) starts[c + 1]! += starts[c]!;
  const fill = starts.slice();
  const members = new Int32Array(n);
  for (let i = 0; i < n; i++) if (finite(i)) members[fill[cellOf(px[i]!, py[i]!)]!++] = i;

  return {
    nearest(x, y, radius) {
      const firstColumn = clamp(Math.floor((x - radius) / size), columns);
      const lastColumn = clamp(Math.floor((x + radius) / size), columns);
      const firstRow = clamp(Math.floor((y - radius) / size), rows);
      const lastRow = clamp(Math.floor((y + radius) / size), rows);
      let best = -1;
      let bestDistance = radius * radius;
      for (let r = firstRow; r <= lastRow; r++) {
        for (let m = starts[r * columns + firstColumn]!; m < starts[r * columns + lastColumn + 1]!; m++) {
          const i = members[m]!;
          const distance = (px[i]! - x) ** 2 + (py[i]! - y) ** 2;
          if (distance < bestDistance || (distance === bestDistance && i > best)) {
            best = i;
            bestDistance = distance;
          }
        }
      }
      return best;
    },
  };
}
