import type { FitContext } from '../../fit.ts';
import { type Frame, type Matrix, type Params, UNASSIGNED } from '../../types.ts';
import type { CfTree, Insertion } from './tree.ts';

/** Insertions that get a frame of their own; of more rows an even share. */
const FRAMES = 240;
/** What the subclusters of all frames together may take, in bytes. */
const MOST_BYTES = 2 ** 25;

/** Makes frames of the insertions, and of the two steps that end a fit. */
export class FrameMaker {
  /** The subcluster that took each row. */
  private readonly takers: Int32Array;
  /** Rows below this are in a frame already. */
  private shown = 0;
  private readonly common: Readonly<Record<string, number>>;

  constructor(
    private readonly tree: CfTree,
    private readonly X: Matrix,
    { threshold, branching_factor, n_clusters }: Params,
    private readonly context: Pick<FitContext, 'wantsFrame'>,
  ) {
    this.takers = new Int32Array(X.rows).fill(UNASSIGNED);
    this.common = {
      threshold: threshold as number,
      branching_factor: branching_factor as number,
      n_clusters: (n_clusters as number | null) ?? 0,
    };
  }

  init(): Frame {
    return this.make('init', 0, this.takers.slice(), new Int32Array(0), {});
  }

  /** A frame of this insertion, unless nobody wants it or another one stands for it. */
  inserted(row: number, { subcluster, isNew, splits }: Insertion): Frame | null {
    this.takers[row] = subcluster;
    const bytes = this.tree.subclusters.length * this.X.cols * 8 * FRAMES;
    const stride = Math.ceil(this.X.rows / FRAMES) * Math.ceil(bytes / MOST_BYTES);
    if (row % stride !== 0 || !this.context.wantsFrame()) return null;
    const changed = Int32Array.from({ length: row + 1 - this.shown }, (_, i) => this.shown + i);
    this.shown = row + 1;
    const extra = { row, taker: subcluster, isNew: isNew ? 1 : 0, splits };
    return this.make(splits > 0 ? 'split' : 'insert', row + 1, this.takers.slice(), changed, extra);
  }

  /** Each subcluster's label is that of its group now. */
  grouped(groups: Int32Array): Frame | null {
    if (!this.context.wantsFrame()) return null;
    const labels = this.takers.map((subcluster) => groups[subcluster]!);
    return this.make('group', this.X.rows + 1, labels, differing(this.takers, labels), { groups: groups.slice() });
  }

  /** Each row's label is that of the subcluster that is nearest in the end. */
  assigned(groups: Int32Array, nearest: Int32Array): Frame | null {
    if (!this.context.wantsFrame(true)) return null;
    const before = this.takers.map((subcluster) => groups[subcluster]!);
    const labels = nearest.map((subcluster) => groups[subcluster]!);
    const moved = differing(this.takers, nearest).length;
    const extra = { groups: groups.slice(), nearest: nearest.slice(), moved };
    return this.make('assign', this.X.rows + 2, labels, differing(before, labels), extra);
  }

  private make(phase: string, step: number, labels: Int32Array, changed: Int32Array, extra: Frame['extra']): Frame {
    const { entries, subclusters, depth } = this.tree;
    const { d, centers, sizes } = entries;
    const count = subclusters.length;
    const points = new Float64Array(count * d);
    const leafOf = new Int32Array(count);
    let leaves = 0;
    for (const leaf of this.tree.leaves()) {
      for (const subcluster of leaf) {
        leafOf[subcluster] = leaves;
        const start = subclusters[subcluster]! * d;
        points.set(centers.subarray(start, start + d), subcluster * d);
      }
      leaves++;
    }
    const picture = {
      subclusters: points,
      radii: Float64Array.from(subclusters, (entry) => entries.radius(entry)),
      sizes: Int32Array.from(subclusters, (entry) => sizes[entry]!),
      groups: Int32Array.from({ length: count }, (_, subcluster) => subcluster),
      leafOf,
      leaves,
      depth,
    };
    return {
      step,
      phase,
      labels,
      changed,
      centers: null,
      score: count,
      extra: { ...this.common, ...picture, ...extra },
    };
  }
}

function differing(one: Int32Array, other: Int32Array): Int32Array {
  return Int32Array.from(one.keys()).filter((i) => one[i] !== other[i]);
}
