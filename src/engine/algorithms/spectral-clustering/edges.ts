import type { Matrix } from '../../types.ts';
import { type Affinity, eachTie, rowsAtOnce } from './affinity.ts';

/** How many ties each row brings into the picture. */
const TIES = 4;

/** The strongest four ties of each row, each once: pairs of rows (a < b), and their strengths. */
export function* strongestEdges(
  affinity: Affinity,
  X: Matrix,
): Generator<null, { edges: Int32Array; weights: Float64Array }, void> {
  const block = rowsAtOnce(affinity.n);
  const seen = new Set<number>();
  const edges: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < affinity.n; i++) {
    for (const { row, weight } of strongestTies(affinity, X, i)) {
      const [a, b] = i < row ? [i, row] : [row, i];
      if (seen.has(a * affinity.n + b)) continue;
      seen.add(a * affinity.n + b);
      edges.push(a, b);
      weights.push(weight);
    }
    if (i % block === block - 1) yield null;
  }
  return { edges: Int32Array.from(edges), weights: Float64Array.from(weights) };
}

interface Tie {
  readonly row: number;
  readonly weight: number;
  readonly square: number;
}

/** The strongest first; of equally strong ones the nearer. */
function strongestTies(affinity: Affinity, X: Matrix, i: number): readonly Tie[] {
  const best: Tie[] = [];
  eachTie(affinity, i, (row, weight) => {
    const last = best[TIES - 1];
    if (last && weight < last.weight) return;
    const tie = { row, weight, square: squareBetween(X, i, row) };
    let at = best.length;
    while (at > 0 && isStronger(tie, best[at - 1]!)) at--;
    best.splice(at, 0, tie);
    if (best.length > TIES) best.pop();
  });
  return best;
}

function isStronger(a: Tie, b: Tie): boolean {
  return a.weight > b.weight || (a.weight === b.weight && a.square < b.square);
}

function squareBetween({ data, cols: d }: Matrix, a: number, b: number): number {
  let sum = 0;
  for (let f = 0; f < d; f++) sum += (data[a * d + f]! - data[b * d + f]!) ** 2;
  return sum;
}
