import type { DendrogramLayout, DrawnNode } from './layout.ts';

/** A piece of the drawing, all of it of the rows under `node`. */
export interface Segment {
  readonly key: string;
  readonly d: string;
  readonly node: number;
  /** The merge that makes it; -1: none does. */
  readonly merge: number;
  /** Above the cut it belongs to no cluster. */
  readonly isAbove: boolean;
  /** A leaf that holds many rows is an area. */
  readonly isArea: boolean;
}

export interface Scales {
  readonly x: (leaf: number) => number;
  readonly y: (height: number) => number;
}

/** Half the width of an area at the bottom, in leaves. */
const HALF = 0.38;

/**
 * The drawing in pieces that have one look each: areas, legs (in two parts where the cut goes through them) and bars.
 * @param n rows
 * @param made merges below the cut
 * @param cut its height
 */
export function segmentsOf(
  { leaves, joins }: DendrogramLayout,
  { x, y }: Scales,
  n: number,
  made: number,
  cut: number,
): Segment[] {
  const isBelow = (node: number) => node < n + made;
  const areas = leaves
    .filter(({ size }) => size > 1)
    .map(({ node, x: at, height }) => ({
      key: `area ${node}`,
      d: `M${x(at)},${y(height)}L${x(at + HALF)},${y(0)}H${x(at - HALF)}Z`,
      node,
      merge: node - n,
      isAbove: !isBelow(node),
      isArea: true,
    }));
  const leg = (child: DrawnNode, join: DrawnNode): Segment[] => {
    const piece = (from: number, to: number, isAbove: boolean): Segment => ({
      key: `leg ${child.node} ${isAbove ? 'above' : 'below'}`,
      d: `M${x(child.x)},${y(from)}V${y(to)}`,
      node: child.node,
      merge: join.node - n,
      isAbove,
      isArea: false,
    });
    if (!isBelow(child.node)) return [piece(child.height, join.height, true)];
    if (isBelow(join.node)) return [piece(child.height, join.height, false)];
    const at = Math.min(Math.max(cut, child.height), join.height);
    return [piece(child.height, at, false), piece(at, join.height, true)];
  };
  const bars = joins.flatMap((join) => [
    ...leg(join.first, join),
    ...leg(join.second, join),
    {
      key: `bar ${join.node}`,
      d: `M${x(join.first.x)},${y(join.height)}H${x(join.second.x)}`,
      node: join.node,
      merge: join.node - n,
      isAbove: !isBelow(join.node),
      isArea: false,
    },
  ]);
  return [...areas, ...bars];
}
