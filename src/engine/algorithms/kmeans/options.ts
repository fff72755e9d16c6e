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
  const clusters = params.n_clusters as number;
  if (clusters > n) throw new RecipeError('params.n_clusters', `must be at most the number of rows (${n})`);
  const init = Array.isArray(params.init)
    ? readCenters(params.init, clusters, d)
    : (params.init as 'k-means++' | 'random');
  const warnings: string[] = [];
  const byHand = typeof init === 'object';
  if (byHand && params.n_init !== 'auto' && params.n_init !== 1) {
    warnings.push(`The initial centres are given, so one run was made instead of ${params.n_init}.`);
  }
  const elkan = params.algorithm === 'elkan' && clusters > 1;
  if (params.algorithm === 'elkan' && !elkan) {
    warnings.push('Elkan’s algorithm makes no sense for a single cluster; Lloyd’s was used.');
  }
  return {
    clusters,
    init,
    runs: byHand ? 1 : params.n_init === 'auto' ? (init === 'random' ? 10 : 1) : (params.n_init as number),
    maxIterations: params.max_iter as number,
    tol: params.tol as number,
    elkan,
    warnings,
  };
}

function readCenters(rows: readonly unknown[], k: number, d: number): Matrix {
  const fits = rows.length === k && rows.every((row) => Array.isArray(row) && row.length === d);
  if (!fits) throw new RecipeError('params.init', `must be ${k} rows of ${d} numbers (n_clusters × features)`);
  return { data: Float64Array.from(rows.flat() as number[]), rows: k, cols: d };
}
