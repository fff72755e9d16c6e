// The nearest-neighbour chain: F. Murtagh, "A survey of recent advances in hierarchical clustering algorithms", The Computer
// Journal 26 (1983) 354–359.
import type { Merges } from './tree.ts';

/** Distances looked at between two yields. */
const BLOCK_WORK = 2 ** 20;

/** The clusters that are left, each by the last of its rows, ascending, and their sizes. */
export class Alive {
  readonly clusters: Int32Array;
  readonly sizes: Int32Array;
  count: number;

  constructor(n: number) {
    this.clusters = Int32Array.from({ length: n }, (_, i) => i);
    this.sizes = new Int32Array(n).fill(1);
    this.count = n;
  }

  /** Cluster x goes up in cluster y. */
  merge(x: number, y: number): void {
    this.clusters.copyWithin(this.clusters.indexOf(x), this.clusters.indexOf(x) + 1, this.count--);
    this.sizes[y]! += this.sizes[x]!;
    this.sizes[x] = 0;
  }
}

/** What a chain asks of the clusters' distances. */
export interface Links {
  /** The cluster nearest to x and its distance; of equally near ones `previous` (unless -1), else the first. */
  nearest(x: number, previous: number): { readonly cluster: number; readonly distance: number };
  /** x is about to go up in y, at that distance. */
  join(x: number, y: number, distance: number): void;
}

/** Follows nearest neighbours until two clusters are each other's, merges these, and goes on from where the chain then ends. */
export function* chain(alive: Alive, workPerDistance: number, links: Links): Generator<null, Merges, void> {
  const n = alive.count;
  const path = new Int32Array(n);
  const merges = { a: new Int32Array(n - 1), b: new Int32Array(n - 1), heights: new Float64Array(n - 1) };
  let length = 0;
  let work = 0;
  for (let m = 0; m < n - 1; ) {
    if (length === 0) path[length++] = alive.clusters[0]!;
    const x = path[length - 1]!;
    const previous = length > 1 ? path[length - 2]! : -1;
    const { cluster, distance } = links.nearest(x, previous);
    if (cluster === previous) {
      const [low, high] = x < previous ? [x, previous] : [previous, x];
      merges.a[m] = low;
      merges.b[m] = high;
      merges.heights[m++] = distance;
      links.join(low, high, distance);
      alive.merge(low, high);
      length = unbroken(path, length - 2, alive);
    } else {
      path[length++] = cluster;
    }
    work += alive.count * workPerDistance;
    if (work > BLOCK_WORK) {
      work = 0;
      yield null;
    }
  }
  return merges;
}

/** Rounding can bring a merged cluster nearer to the chain than its parts were, and so into it twice: the chain starts anew. */
function unbroken(path: Int32Array, length: number, { sizes }: Alive): number {
  const isBroken = length > 0 && (sizes[path[length - 1]!] === 0 || (length > 1 && sizes[path[length - 2]!] === 0));
  return isBroken ? 0 : length;
}
