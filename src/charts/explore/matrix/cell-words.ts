import { short } from '../axes.ts';
import type { KeyedCell, Shares } from './cell-keys.ts';
import { alongX, alongY, type Box } from './layout.ts';
import type { MatrixColumn } from './types.ts';

const WHOLE = { min: 0, max: 1 };

/** A brush of shares in pixels of its cell: half a pixel more on each side, so that values at its edges are within. */
export function boxOfShares({ left, right, low, high }: Shares, side: number): Box {
  return {
    x0: alongX(left, WHOLE, side) - 0.5,
    x1: alongX(right, WHOLE, side) + 0.5,
    y0: alongY(high, WHOLE, side) - 0.5,
    y1: alongY(low, WHOLE, side) + 0.5,
  };
}

/**
 * Which cell it is, and the ranges of its brush: "petal length: 2.5 to 5.4, petal width: 0.7 to 1.9, 40 selected", a line each.
 * @param caught how many rows the brush holds; null: there is none
 */
export function cellWords({ i, j, brush }: KeyedCell, columns: readonly MatrixColumn[], caught: number | null): string {
  const [right, up] = [columns[i]!, columns[j]!];
  if (!brush) return i === j ? right.name : `${right.name} (right)\n${up.name} (up)`;
  const range = ({ name, min, max }: MatrixColumn, from: number, to: number) => {
    const value = (share: number) => short(min + share * (max - min));
    return `${name}: ${value(from)} to ${value(to)}`;
  };
  // In the diagonal a column has its values to the right, and any height will do.
  const lines = [range(right, brush.left, brush.right), ...(i === j ? [] : [range(up, brush.low, brush.high)])];
  return [...lines, `${caught ?? 0} selected`].join('\n');
}
