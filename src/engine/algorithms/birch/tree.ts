// T. Zhang, R. Ramakrishnan, M. Livny, "BIRCH: an efficient data clustering method for very large databases", SIGMOD 1996,
// 103–114. A subcluster is told by its radius here, as in scikit-learn.
import { gemvRowDot, vectorDot } from '../../numeric/dots.ts';
import type { Matrix } from '../../types.ts';
import { Entries } from './entries.ts';
import { firstLeast, slackOf } from './least.ts';
import { partsOf } from './split.ts';

/** A node of the tree. The entries of a leaf are subclusters; each entry of another node sums up the node below it. */
export interface Node {
  readonly isLeaf: boolean;
  readonly entries: number[];
  /** The neighbours in the chain of leaves. */
  before: Node | null;
  after: Node | null;
}

/** What the tree did with a row. */
export interface Insertion {
  /** The subcluster that took it: 0 for the first that was made. */
  readonly subcluster: number;
  readonly isNew: boolean;
  /** How many nodes were full and split. */
  readonly splits: number;
}

/** The tree of subclusters, row after row as scikit-learn's Birch builds it, to the last bit of most sums. */
export class CfTree {
  readonly entries: Entries;
  /** The entry of each subcluster, in the order in which they were made. */
  readonly subclusters: number[] = [];
  root: Node = { isLeaf: true, entries: [], before: null, after: null };
  /** Nodes from the root to a leaf. */
  depth = 1;
  private firstLeaf = this.root;
  /** By entry: the node below it, or the number of the subcluster that it is. */
  private readonly below: Node[] = [];
  private readonly numbers: number[] = [];
  private readonly distances: Float64Array;
  private readonly merged: Float64Array;
  private square = 0;
  private taker = 0;
  private isNew = false;
  private splits = 0;

  constructor(
    private readonly X: Matrix,
    private readonly threshold: number,
    private readonly branching: number,
  ) {
    this.entries = new Entries(X.cols);
    this.merged = new Float64Array(X.cols);
    this.distances = new Float64Array(Math.min(branching, X.rows) + 1);
  }

  insert(row: number): Insertion {
    const { data, cols: d } = this.X;
    this.square = vectorDot(data, row * d, data, row * d, d);
    this.splits = 0;
    if (this.descend(this.root, row * d)) {
      const parts = this.split(this.root);
      this.root = { isLeaf: false, entries: parts, before: null, after: null };
      this.depth++;
    }
    return { subcluster: this.numbers[this.taker]!, isNew: this.isNew, splits: this.splits };
  }

  /** The subclusters leaf after leaf, in the order of the chain. */
  *leaves(): Generator<readonly number[], void, void> {
    for (let leaf: Node | null = this.firstLeaf; leaf; leaf = leaf.after) {
      yield leaf.entries.map((entry) => this.numbers[entry]!);
    }
  }

  /** Takes the point at `at` down from a node; says whether that node then has an entry too many. */
  private descend(node: Node, at: number): boolean {
    const { entries, branching } = this;
    const place = node.entries.length === 0 ? -1 : this.nearest(node, at);
    if (node.isLeaf) {
      this.isNew = place < 0 || !this.absorb(node.entries[place]!, at);
      if (this.isNew) this.start(node, at);
      else this.taker = node.entries[place]!;
      return node.entries.length > branching;
    }
    const entry = node.entries[place]!;
    const child = this.below[entry]!;
    if (!this.descend(child, at)) {
      entries.take(entry, 1, this.X.data, at, this.square);
      return false;
    }
    const [first, second] = this.split(child) as [number, number];
    node.entries[place] = first;
    node.entries.push(second);
    return node.entries.length > branching;
  }

  private start(leaf: Node, at: number): void {
    this.taker = this.entries.addPoint(this.X.data, at, this.square);
    leaf.entries.push(this.taker);
    this.numbers[this.taker] = this.subclusters.length;
    this.subclusters.push(this.taker);
  }

  /** The place of the entry whose centre is nearest to the point at `at`. */
  private nearest({ entries: places }: Node, at: number): number {
    const { centers, norms, d } = this.entries;
    const { data } = this.X;
    const { distances, square } = this;
    const count = places.length;
    let largest = 0;
    for (let j = 0; j < count; j++) {
      const entry = places[j]!;
      let dot = 0;
      for (let f = 0, a = entry * d; f < d; f++, a++) dot += centers[a]! * data[at + f]!;
      if (norms[entry]! > largest) largest = norms[entry]!;
      distances[j] = norms[entry]! - 2 * dot;
    }
    return firstLeast(distances, count, slackOf(largest + square, d), (j) => {
      const entry = places[j]!;
      return gemvRowDot(j, count, centers, entry * d, data, at, d) * -2 + norms[entry]!;
    });
  }

  /** Takes the point into a subcluster unless its radius would pass the threshold. */
  private absorb(entry: number, at: number): boolean {
    const { entries, merged, threshold } = this;
    const { d, sums } = entries;
    const size = entries.sizes[entry]! + 1;
    const squares = entries.squares[entry]! + this.square;
    const factor = 1 / size;
    for (let f = 0, a = entry * d; f < d; f++, a++) merged[f] = factor * (sums[a]! + this.X.data[at + f]!);
    const norm = vectorDot(merged, 0, merged, 0, d);
    if (squares / size - norm > threshold * threshold) return false;
    for (let f = 0, a = entry * d; f < d; f++, a++) sums[a]! += this.X.data[at + f]!;
    entries.centers.set(merged, entry * d);
    entries.sizes[entry] = size;
    entries.squares[entry] = squares;
    entries.norms[entry] = norm;
    return true;
  }

  /** Splits a node in two; returns the entries that sum them up. */
  private split(node: Node): number[] {
    this.splits++;
    const isInSecond = partsOf(this.entries, node.entries);
    const make = (part: number): Node => ({
      isLeaf: node.isLeaf,
      entries: node.entries.filter((_, i) => isInSecond[i] === part),
      before: null,
      after: null,
    });
    const parts = [make(0), make(1)] as const;
    if (node.isLeaf) this.putInChain(node, ...parts);
    return parts.map((part) => this.summedUp(part));
  }

  private putInChain(node: Node, first: Node, second: Node): void {
    first.before = node.before;
    first.after = second;
    second.before = first;
    second.after = node.after;
    if (node.before) node.before.after = first;
    else this.firstLeaf = first;
    if (node.after) node.after.before = second;
  }

  private summedUp(node: Node): number {
    const { entries } = this;
    const sum = entries.add();
    for (const entry of node.entries) {
      entries.take(sum, entries.sizes[entry]!, entries.sums, entry * entries.d, entries.squares[entry]!);
    }
    this.below[sum] = node;
    return sum;
  }
}
