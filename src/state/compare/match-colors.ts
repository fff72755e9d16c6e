import { type Colored, clusterCount, matchColors } from '../colors.ts';

/** A run as far as its colours are concerned. */
interface Run {
  readonly labels: Int32Array;
  readonly frames: readonly { readonly labels: Int32Array; readonly centers: { readonly rows: number } | null }[];
}

/** Of runs that have been counted: the labels of all frames are a million numbers. */
const counted = new WeakMap<Run, number>();

/** As many clusters as a run ever has on its way. */
function mostClusters(run: Run): number {
  const known = counted.get(run);
  if (known !== undefined) return known;
  const counts = run.frames.map(({ labels, centers }) => centers?.rows ?? clusterCount(labels, 0));
  const most = clusterCount(run.labels, Math.max(0, ...counts));
  counted.set(run, most);
  return most;
}

/**
 * Palette slots for several runs on the same rows: the same cluster has the same colour in all. They follow one of them, the
 * first that tells at least two clusters apart, and that one follows `seed`.
 * @param seed what stands outside of them (the run of the Cluster lab, the true classes); null: nothing
 */
export function matchAll(runs: readonly (Run | null)[], seed: Colored | null): (Int32Array | null)[] {
  const there = runs.filter((run) => run !== null);
  const leader = there.find(({ labels }) => clusterCount(labels, 0) > 1) ?? there[0];
  if (!leader) return runs.map(() => null);
  const led = { labels: leader.labels, colors: matchColors(leader.labels, mostClusters(leader), seed) };
  return runs.map((run) => {
    if (!run || run === leader) return run && led.colors;
    return matchColors(run.labels, mostClusters(run), led);
  });
}
