import type { Colored } from './colors.ts';

/**
 * Hands on the slots of a run before: the pair of clusters that shares most rows first. For thousands of clusters, where the
 * best matching would take seconds; time and memory go with the rows.
 * @returns a slot for each of `count` clusters, -1 for those that take over none
 */
export function matchGreedily(labels: Int32Array, count: number, before: Colored): Int32Array {
  const width = before.colors.length;
  const shared = new Map<number, number>();
  for (let row = 0; row < labels.length; row++) {
    const [now, then] = [labels[row]!, before.labels[row]!];
    if (now < 0 || now >= count || then < 0 || then >= width) continue;
    const pair = now * width + then;
    shared.set(pair, (shared.get(pair) ?? 0) + 1);
  }
  const pairs = [...shared].sort(([p, rows], [q, others]) => others - rows || p - q);
  const colors = new Int32Array(count).fill(-1);
  const taken = new Uint8Array(width);
  for (const [pair] of pairs) {
    const [now, then] = [Math.floor(pair / width), pair % width];
    if (colors[now]! >= 0 || taken[then]) continue;
    colors[now] = before.colors[then]!;
    taken[then] = 1;
  }
  return colors;
}
