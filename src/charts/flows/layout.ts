import type { FlowSide } from './types.ts';

/** A cluster as a bar; or noise (-1), or all small clusters that there is no room for (OTHERS). */
export interface FlowNode {
  readonly label: number;
  /** Of OTHERS: how many they are; else 1. */
  readonly clusters: number;
  /** Index into the palette; -1: grey. */
  readonly slot: number;
  readonly size: number;
  /** Pixels from the top. */
  readonly top: number;
  readonly height: number;
}

/** The rows that are in `from` on one side and in `to` on the other, as a ribbon. */
export interface Flow {
  /** Places in the lists of nodes. */
  readonly from: number;
  readonly to: number;
  readonly size: number;
  /** Whether its two clusters do not match. */
  readonly moves: boolean;
  readonly top: readonly [left: number, right: number];
  readonly height: number;
}

export interface FlowLayout {
  readonly left: readonly FlowNode[];
  readonly right: readonly FlowNode[];
  /** The largest first, so that small ones lie on top. */
  readonly flows: readonly Flow[];
}

export const OTHERS = -3;
/** More bars a side nobody tells apart. */
export const MOST_NODES = 24;
const GAP = 8;

type Draft = Pick<FlowNode, 'label' | 'clusters' | 'slot' | 'size'>;

/** The clusters of a side, ascending, noise last; beyond `most` the smallest are one. */
export function nodesOf({ labels, colors }: FlowSide, most = MOST_NODES): Draft[] {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(Math.max(-1, label), (sizes.get(Math.max(-1, label)) ?? 0) + 1);
  const noise = sizes.get(-1) ?? 0;
  sizes.delete(-1);
  const bySize = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const shown = bySize.length > most ? bySize.slice(0, most - 1) : bySize;
  const rest = bySize.slice(shown.length);
  const nodes = shown
    .map(([label, size]): Draft => ({ label, clusters: 1, slot: colors[label] ?? label, size }))
    .sort((a, b) => a.label - b.label);
  if (rest.length > 0) {
    nodes.push({ label: OTHERS, clusters: rest.length, slot: -1, size: rest.reduce((sum, [, size]) => sum + size, 0) });
  }
  if (noise > 0) nodes.push({ label: -1, clusters: 1, slot: -1, size: noise });
  return nodes;
}

/** Label → place in the list of nodes. */
function placesOf(nodes: readonly Draft[]): (label: number) => number {
  const places = new Map(nodes.map(({ label }, i) => [label, i]));
  return (label) => places.get(Math.max(-1, label)) ?? places.get(OTHERS)!;
}

/** The rows that go from one node to another, ascending. */
export function rowsOfFlow(from: FlowSide, to: FlowSide, start: Draft | null, end: Draft | null): Int32Array {
  const [left, right] = [nodesOf(from), nodesOf(to)];
  const [leftOf, rightOf] = [placesOf(left), placesOf(right)];
  const rows: number[] = [];
  for (let i = 0; i < from.labels.length; i++) {
    if (start && left[leftOf(from.labels[i]!)]!.label !== start.label) continue;
    if (end && right[rightOf(to.labels[i]!)]!.label !== end.label) continue;
    rows.push(i);
  }
  return Int32Array.from(rows);
}

/** Of the right side: beside the cluster whose colour it has, or else where its rows come from on average; noise last. */
function arranged(right: Draft[], left: readonly Draft[], counts: Float64Array): Draft[] {
  const aim = (node: Draft, j: number) => {
    if (node.label < 0) return Number.POSITIVE_INFINITY;
    const match = left.findIndex(({ slot }) => slot >= 0 && slot === node.slot);
    if (match >= 0) return match;
    let sum = 0;
    for (let i = 0; i < left.length; i++) sum += i * counts[i * right.length + j]!;
    return sum / node.size;
  };
  return right
    .map((node, j) => ({ node, at: aim(node, j) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at) || b.node.label - a.node.label)
    .map(({ node }) => node);
}

function count(from: FlowSide, to: FlowSide, left: readonly Draft[], right: readonly Draft[]): Float64Array {
  const [leftOf, rightOf] = [placesOf(left), placesOf(right)];
  const counts = new Float64Array(left.length * right.length);
  for (let i = 0; i < from.labels.length; i++) {
    counts[leftOf(from.labels[i]!) * right.length + rightOf(to.labels[i]!)]!++;
  }
  return counts;
}

/**
 * Bars for the clusters of both sides, as high as they have rows, and a ribbon for each pair of clusters that share rows.
 * @param height pixels; no ribbon is lower than its share of them
 */
export function layOutFlows(from: FlowSide, to: FlowSide, height: number): FlowLayout {
  const left = nodesOf(from);
  const loose = nodesOf(to);
  const right = arranged(loose, left, count(from, to, left, loose));
  const counts = count(from, to, left, right);
  const gaps = GAP * Math.max(left.length - 1, right.length - 1, 0);
  const unit = Math.max(1, height - gaps) / Math.max(1, from.labels.length);
  const stacked = (nodes: readonly Draft[]) => {
    let top = 0;
    return nodes.map((node): FlowNode => {
      const placed = { ...node, top, height: node.size * unit };
      top += placed.height + GAP;
      return placed;
    });
  };
  const [leftNodes, rightNodes] = [stacked(left), stacked(right)];
  const leftTop = leftNodes.map(({ top }) => top);
  const rightTop = rightNodes.map(({ top }) => top);
  const flows: Flow[] = [];
  for (let i = 0; i < left.length; i++) {
    for (let j = 0; j < right.length; j++) {
      const size = counts[i * right.length + j]!;
      if (size === 0) continue;
      const [a, b] = [left[i]!, right[j]!];
      const stays = a.slot === b.slot && a.label !== OTHERS && b.label !== OTHERS;
      flows.push({ from: i, to: j, size, moves: !stays, top: [leftTop[i]!, rightTop[j]!], height: size * unit });
      leftTop[i]! += size * unit;
      rightTop[j]! += size * unit;
    }
  }
  return { left: leftNodes, right: rightNodes, flows: flows.sort((a, b) => b.size - a.size) };
}
