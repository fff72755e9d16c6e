import { type Matrix, type Params, RecipeError } from '../../types.ts';
import { readStart } from '../kmeans/options.ts';

/** The parameters, read once and typed. */
export interface Options {
  readonly clusters: number;
  readonly init: 'k-means++' | 'random' | Matrix;
  /** How often centres are drawn; the best ones are kept. */
  readonly inits: number;
  /** Rows that a draw of centres looks at, and rows by which it is judged. */
  readonly initSize: number;
  /** Rows in a batch. */
  readonly batchSize: number;
  readonly maxSteps: number;
  readonly tol: number;
  /** How many batches without improvement end the fit; null: none do. */
  readonly patience: number | null;
  readonly reassignmentRatio: number;
  readonly warnings: readonly string[];
}

/** Reads complete, valid params; throws a RecipeError for what does not go with the n × d points. */
export function readOptions(params: Params, n: number, d: number): Options {
  const { clusters, init, runs } = readStart(params, n, d, 3);
  const batchSize = Math.min(params.batch_size as number, n);
  const warnings: string[] = [];
  if (typeof init === 'object' && params.n_init !== 'auto' && params.n_init !== 1) {
    warnings.push(`The initial centres are given, so n_init (${params.n_init}) had no effect.`);
  }
  const reassignmentRatio = params.reassignment_ratio as number;
  if (reassignmentRatio > 1 && clusters <= batchSize / 2) {
    throw new RecipeError('params.reassignment_ratio', 'must be at most 1: no centre would be left where it is');
  }
  return {
    clusters,
    init,
    inits: runs,
    initSize: Math.min(readInitSize(params.init_size as number | null, batchSize, clusters, warnings), n),
    batchSize,
    maxSteps: Math.floor(((params.max_iter as number) * n) / batchSize),
    tol: params.tol as number,
    patience: params.max_no_improvement as number | null,
    reassignmentRatio,
    warnings,
  };
}

function readInitSize(asked: number | null, batchSize: number, clusters: number, warnings: string[]): number {
  const size = asked ?? 3 * batchSize;
  if (size >= clusters) return size;
  if (asked !== null) {
    warnings.push(`init_size (${asked}) is less than n_clusters (${clusters}); three times n_clusters was used.`);
  }
  return 3 * clusters;
}
