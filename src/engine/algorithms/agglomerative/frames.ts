import type { FitContext } from '../../fit.ts';
import { type Frame, type Matrix, UNASSIGNED } from '../../types.ts';
import { LINKAGES, METRICS } from './names.ts';
import type { TreeOptions } from './options.ts';
import { decidingPair } from './pair.ts';
import { steadyNames } from './steady-names.ts';
import { type Layout, rowsUnder, type Tree } from './tree.ts';

/** A tree and its cut, to be told merge by merge. */
export interface Story {
  readonly tree: Tree;
  readonly layout: Layout;
  /** How many the cut leaves, and its labels. */
  readonly clusters: number;
  readonly labels: Int32Array;
  readonly X: Matrix;
  readonly options: TreeOptions;
}

/** So many of the last merges have a frame each, and about as many of all before them. */
const LAST_MERGES = 120;

const none = () => new Int32Array(0);

/** The frames of a tree that is built already: all rows apart, the merges one by one, and the cut. */
export function* framesOf(
  story: Story,
  { wantsFrame }: Pick<FitContext, 'wantsFrame'>,
): Generator<Frame | null, void, void> {
  const { tree, layout, clusters, labels } = story;
  const { n, children, heights } = tree;
  const names = steadyNames(tree, clusters, layout.sizes);
  const current = new Int32Array(n).fill(UNASSIGNED);
  const common = commonOf(story);
  const init = { ...common(0, none(), none()), children: children.slice(), heights: heights.slice() };
  yield frame(0, 'init', current.slice(), none(), null, init);
  const merges = n - clusters;
  const stride = Math.max(1, Math.ceil(merges / LAST_MERGES) - 1);
  for (let m = 0; m < merges; m++) {
    const changed = rename(current, rowsUnder(layout, n + m), names[n + m]!);
    const isDue = m % stride === 0 || m >= merges - LAST_MERGES;
    yield isDue && wantsFrame() ? mergeFrame(story, m, current.slice(), changed) : null;
  }
  if (!wantsFrame(true)) return;
  const changed = Int32Array.from(current.keys()).filter((row) => current[row] !== labels[row]);
  const height = merges > 0 ? heights[merges - 1]! : null;
  yield frame(merges + 1, 'cut', labels.slice(), changed, height, common(merges, none(), none()));
}

function mergeFrame(story: Story, m: number, labels: Int32Array, changed: Int32Array): Frame {
  const { tree, layout, X, options } = story;
  const [first, second] = [tree.children[2 * m]!, tree.children[2 * m + 1]!];
  const [firstRows, secondRows] = [rowsUnder(layout, first), rowsUnder(layout, second)];
  const pair = decidingPair(X, options, firstRows, secondRows);
  const height = tree.heights[m]!;
  const extra = { ...commonOf(story)(m + 1, firstRows, secondRows), first, second, pair };
  return frame(m + 1, 'merge', labels, changed, height, { ...extra, means: meansOf(X, firstRows, secondRows) });
}

function frame(
  step: number,
  phase: string,
  labels: Int32Array,
  changed: Int32Array,
  score: number | null,
  extra: Frame['extra'],
): Frame {
  return { step, phase, labels, changed, centers: null, score, extra };
}

/** What every frame says: see spec.ts. */
function commonOf({ tree: { n, heights }, clusters, options }: Story) {
  return (merges: number, firstRows: Int32Array, secondRows: Int32Array) => ({
    linkage: LINKAGES.indexOf(options.linkage),
    metric: METRICS.indexOf(options.metric),
    merges,
    clusters: n - merges,
    cut: clusters,
    height: merges > 0 ? heights[merges - 1]! : 0,
    next: heights[merges] ?? Number.POSITIVE_INFINITY,
    firstRows,
    secondRows,
  });
}

/** Gives the rows a label; returns those that had another one. */
function rename(labels: Int32Array, rows: Int32Array, label: number): Int32Array {
  const changed = rows.filter((row) => labels[row] !== label);
  for (const row of changed) labels[row] = label;
  return changed;
}

/** The means of two groups of rows, one after the other. */
function meansOf({ data, cols: d }: Matrix, ...groups: readonly Int32Array[]): Float64Array {
  const means = new Float64Array(groups.length * d);
  groups.forEach((rows, g) => {
    for (const row of rows) {
      for (let f = 0; f < d; f++) means[g * d + f]! += data[row * d + f]! / rows.length;
    }
  });
  return means;
}
