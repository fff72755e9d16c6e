import { entriesOf } from '../../kernels/entries.ts';
import { SparseLloyd } from '../../kernels/lloyd.ts';
import { seedSparse } from '../../kernels/seeding.ts';
import { type SparseRows, sparseRows } from '../../kernels/sparse.ts';
import { candidatesPerSeed, evenWeights } from '../../numeric/centers/seeding.ts';
import { type Pixels, rowOf, takePixelRows } from '../../pixels.ts';
import type { Rows } from './rows.ts';
import type { Run } from './run.ts';

/** Pixels, those that are 0 left out; every choice between two centres is made by float64 distances. */
export function* sparsePixels(X: Pixels): Generator<null, Rows, void> {
  return rowsOver(X, yield* sparseRows(X));
}

function rowsOver(X: Pixels, rows: SparseRows): Rows {
  const { n, d } = rows;
  const { divisor } = X;
  let step: SparseLloyd | null = null;
  /** The kernel's own centres, in pixels, are those of the run. */
  const stepAt = (centers: Float64Array): SparseLloyd => {
    step ??= new SparseLloyd(rows, centers.length / d);
    step.setCenters(centers.map((value) => value * divisor));
    return step;
  };
  return {
    n,
    d,
    *take(chosen) {
      const taken = takePixelRows(X, chosen);
      return rowsOver(taken, yield* sparseRows(taken));
    },
    *seed(init, k, random) {
      if (init === 'k-means++') return yield* seedSparse(rows, k, candidatesPerSeed(k), random);
      yield null;
      return random.choice(n, { size: k, replace: false, p: evenWeights(n) });
    },
    centersAt(chosen) {
      const centers = new Float64Array(chosen.length * d);
      for (const [j, row] of chosen.entries()) centers.set(rowOf(X, row), j * d);
      return centers;
    },
    *judge(centers) {
      const judge = stepAt(centers);
      judge.restart();
      judge.setCenters(centers.map((value) => value * divisor));
      yield* judge.assignAll();
      return judge.inertia() / divisor ** 2;
    },
    *meanVariance() {
      yield null;
      return rows.meanVariance / divisor ** 2;
    },
    *assignBatch(run) {
      yield null;
      stepAt(run.centers).nearestOf(run.batch.rows, run.batch.labels);
      return batchInertia(rows, run, divisor);
    },
    addBatch({ batch, next }) {
      const { starts, columns, values } = entriesOf(rows);
      batch.rows.forEach((row, i) => {
        const to = batch.labels[i]! * d;
        for (let e = starts[row]!; e < starts[row + 1]!; e++) next[to + columns[e]!]! += values[e]! / divisor;
      });
    },
    *assignAll(run) {
      const all = stepAt(run.centers);
      yield* all.assignAll();
      run.labels.set(all.labels);
    },
    *inertia() {
      yield null;
      return step!.inertia() / divisor ** 2;
    },
    dispose: () => step?.dispose(),
  };
}

/** Σ ‖x‖² − 2 x·c + ‖c‖² over the batch, in units of X. */
function batchInertia(rows: SparseRows, { centers, batch }: Run, divisor: number): number {
  const { starts, columns, values, norms } = entriesOf(rows);
  const { d } = rows;
  const centerNorms = Float64Array.from({ length: centers.length / d }, (_, j) => {
    let norm = 0;
    for (let f = j * d; f < j * d + d; f++) norm += centers[f]! * centers[f]!;
    return norm;
  });
  let inertia = 0;
  batch.rows.forEach((row, i) => {
    const label = batch.labels[i]!;
    let dot = 0;
    for (let e = starts[row]!, end = starts[row + 1]!; e < end; e++)
      dot += values[e]! * centers[label * d + columns[e]!]!;
    inertia += Math.max(0, norms[row]! / divisor ** 2 - (2 * dot) / divisor + centerNorms[label]!);
  });
  return inertia;
}
