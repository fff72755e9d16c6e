import { type Marks, styleKey } from '../../stage/marks.ts';
import { FILLED } from '../../stage/overlay-types.ts';
import type { Places } from '../../stage/point-layer.ts';
import { alongX, alongY, cellAt, type MatrixLayout } from './layout.ts';
import type { TableView } from './types.ts';

/** The shown rows in every cell but those of the diagonal, cell after cell. */
export function placePoints({ columns, shown }: TableView, layout: MatrixLayout): Places {
  const cells = columns.length * (columns.length - 1);
  const x = new Float32Array(cells * shown.length);
  const y = new Float32Array(cells * shown.length);
  let to = 0;
  for (const [j, up] of columns.entries()) {
    for (const [i, right] of columns.entries()) {
      if (i === j) continue;
      const corner = cellAt(layout, i, j);
      for (const row of shown) {
        x[to] = corner.x + alongX(right.values[row]!, right, layout.side);
        y[to++] = corner.y + alongY(up.values[row]!, up, layout.side);
      }
    }
  }
  return { fromX: x, fromY: y, toX: x, toY: y };
}

/** Their looks; what is not selected lies below. */
export function markPoints({ columns, shown, groupOf, groups, selection }: TableView): Marks {
  const cells = columns.length * (columns.length - 1);
  const n = shown.length;
  const own = Uint16Array.from(shown, (row) => {
    const group = groupOf[row] ?? -1;
    return styleKey(group < groups.length ? group : -1, 0, 0, FILLED);
  });
  const keys = new Uint16Array(cells * n);
  for (let cell = 0; cell < cells; cell++) keys.set(own, cell * n);
  const isMuted = Uint8Array.from(shown, (row) => (selection && !selection.has(row) ? 1 : 0));
  const muted = isMuted.reduce((sum, one) => sum + one, 0);
  const order = new Uint32Array(cells * n);
  let below = 0;
  let above = muted * cells;
  for (let cell = 0; cell < cells; cell++) {
    for (let at = 0; at < n; at++) order[isMuted[at] ? below++ : above++] = cell * n + at;
  }
  return { keys, order, muted: muted * cells };
}
