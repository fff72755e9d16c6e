import { distanceMetric } from '../../numeric/neighbours/metric.ts';
import { buildTree } from '../../numeric/neighbours/tree.ts';
import { TreeRadius } from '../../numeric/neighbours/tree-radius.ts';
import { WindowSums } from '../../numeric/neighbours/window-sums.ts';
import { pairwiseSum } from '../../numeric/sums.ts';
import type { Matrix } from '../../types.ts';
import type { Seeds } from './seeds.ts';

/** A mean has settled when it moves by no more than this share of the bandwidth. */
const SETTLED = 1e-3;
/** From so many rows on the windows on the way are summed by whole boxes. */
const MANY = 1000;

/**
 * Seeds that climb to the modes of the density (Fukunaga and Hostetler 1975; Comaniciu and Meer 2002, flat kernel): each moves to
 * the mean of the rows within the bandwidth until it settles. The seeds do not know of each other, so any order of steps will do.
 */
export class Climb {
  readonly d: number;
  readonly count: number;
  /** Where the seeds are now, count × d. */
  readonly means: Float64Array;
  /** Rows in the window from which the mean was taken last; 0: the seed met no rows and is given up. */
  readonly weights: Int32Array;
  /** 1 while the seed still climbs. */
  readonly moving: Uint8Array;
  readonly iterations: Int32Array;
  /** Seeds that `maxIter` stopped. */
  stopped = 0;
  /** Seeds that still climb. */
  left: number;
  private readonly index: TreeRadius;
  private readonly quick: WindowSums | null;
  private readonly sums: Float64Array;
  /** Where the seed stood before its last step. */
  private readonly before: Float64Array;
  private readonly rows: Int32Array;
  private readonly buffer: Float64Array;

  constructor(
    private readonly X: Matrix,
    seeds: Seeds,
    private readonly bandwidth: number,
    private readonly maxIter: number,
  ) {
    this.d = X.cols;
    this.count = seeds.count;
    this.left = seeds.count;
    this.means = seeds.points;
    this.weights = new Int32Array(seeds.count);
    this.moving = new Uint8Array(seeds.count).fill(1);
    this.iterations = new Int32Array(seeds.count);
    // Where scikit-learn searches by brute force the sums run over the rows in order: a tree of a single leaf lists them so.
    const brute = X.cols > 15 || X.rows < 12;
    const tree = buildTree(X.data, X.cols, distanceMetric('euclidean'), brute ? X.rows : undefined);
    this.index = new TreeRadius(tree, bandwidth);
    this.quick = X.rows < MANY ? null : new WindowSums(X.data, X.cols, distanceMetric('euclidean'), bandwidth);
    this.sums = new Float64Array(X.cols);
    this.before = new Float64Array(X.cols);
    this.rows = new Int32Array(X.cols === 1 ? X.rows : 0);
    this.buffer = new Float64Array(this.rows.length);
  }

  /** One step of one seed that is moving; returns how many rows it looked at. */
  step(seed: number): number {
    const { d, means, sums } = this;
    const at = seed * d;
    const found = this.quick ? this.quick.sumWithin(means, at, sums) : this.sumRows(means, at);
    this.weights[seed] = found;
    if (found === 0) {
      this.halt(seed);
      return 0;
    }
    let squares = 0;
    for (let t = 0; t < d; t++) {
      const mean = sums[t]! / found;
      const shift = mean - means[at + t]!;
      this.before[t] = means[at + t]!;
      squares += shift * shift;
      means[at + t] = mean;
    }
    const settled = Math.sqrt(squares) <= SETTLED * this.bandwidth;
    if (!settled && this.iterations[seed]! < this.maxIter) this.iterations[seed]!++;
    else {
      if (!settled) this.stopped++;
      if (this.quick) this.settle(seed);
      this.halt(seed);
    }
    return found;
  }

  /** The last mean depends on nothing but the rows in its window: taken row by row it is scikit-learn's to the last bit. */
  private settle(seed: number): void {
    const found = this.sumRows(this.before, 0);
    this.weights[seed] = found;
    for (let t = 0; t < this.d; t++) this.means[seed * this.d + t] = this.sums[t]! / found;
  }

  private sumRows(a: Float64Array, at: number): number {
    if (this.d > 1) return this.index.sumWithin(a, at, this.sums);
    // numpy adds a single column pairwise.
    const found = this.index.withinPoint(a, at, this.rows);
    for (let s = 0; s < found; s++) this.buffer[s] = this.X.data[this.rows[s]!]!;
    this.sums[0] = pairwiseSum(this.buffer, 0, found);
    return found;
  }

  private halt(seed: number): void {
    this.moving[seed] = 0;
    this.left--;
  }
}
