import { type Matrix, type Params, RecipeError } from '../../types.ts';

/** The parameters, read once and typed. */
export interface Options {
  readonly clusters: number;
  readonly init: 'k-means++' | 'random' | Matrix;
  readonly runs: number;
  readonly maxIterations: number;
  readonly tol: number;
  readonly elkan: boolean;
  readonly warnings: readonly string[];
}

/** Reads complete, valid params; throws a RecipeError for what does not go with the n × d points. */
export function readOptions(params: Params, n: number, d: number): Options {
  const { clusters, init, runs } = readStart(params, n, d, 10);
  const warnings: string[] = [];
  if (typeof init === 'object' && params.n_init !== 'auto' && params.n_init !== 1) {
    warnings.push(`The initial centres are given, so one run was made instead of ${params.n_init}.`);
  }
  const elkan = params.algorithm === 'elkan' && clusters > 1;
  if (params.algorithm === 'elkan' && !elkan) {
    warnings.push('Elkan’s algorithm makes no sense for a single cluster; Lloyd’s was used.');
  }
  return {
    clusters,
    init,
    runs,
    maxIterations: params.max_iter as number,
    tol: params.tol as number,
    elkan,
    warnings,
  };
}

/**
 * `n_clusters`, `init` and `n_init`, as KMeans and MiniBatchKMeans read them.
 * @param randomRuns how many runs 'auto' stands for where the centres are drawn at random
 */
export function readStart(
  params: Params,
  n: number,
  d: number,
  randomRuns: number,
): Pick<Options, 'clusters' | 'init' | 'runs'> {
  const clusters = params.n_clusters as number;
  if (clusters > n) throw new RecipeError('params.n_clusters', `must be at most the number of rows (${n})`);
  if (Array.isArray(params.init)) return { clusters, init: readCenters(params.init, clusters, d), runs: 1 };
  const init = params.init as 'k-means++' | 'random';
  if (params.n_init !== 'auto') return { clusters, init, runs: params.n_init as number };
  return { clusters, init, runs: init === 'random' ? randomRuns : 1 };
}

function readCenters(rows: readonly unknown[], k: number, d: number): Matrix {
  const fits = rows.length === k && rows.every((row) => Array.isArray(row) && row.length === d);
  if (!fits) throw new RecipeError('params.init', `must be ${k} rows of ${d} numbers (n_clusters × features)`);
  return { data: Float64Array.from(rows.flat() as number[]), rows: k, cols: d };
}
