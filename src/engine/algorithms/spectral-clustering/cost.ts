import type { Cost } from '../../spec/algorithm.ts';
import type { Params } from '../../types.ts';

/** Rows up to which all n × n ties of rbf are factorised; beyond, they are only multiplied with. */
const FACTORISED = 1340;

/**
 * What a fit is going to take; measured with 500 to 10,000 rows on a small laptop's core. rbf: n × n ties, and half as many
 * numbers again for their factor. nearest_neighbors: a sparse graph, and a factor that grows with n^1.5 in few dimensions.
 */
export function cost(n: number, d: number, params: Params): Cost {
  const k = (params.n_components as number | null) ?? (params.n_clusters as number);
  const clustering = n * k * k * (params.n_init as number) * 4e-8;
  if (params.affinity === 'rbf') {
    const multiplications = n <= FACTORISED ? n ** 3 / 6 + n * n * 30 * k : n * n * 40 * k;
    return { seconds: n * n * (2e-8 + 2e-10 * d) + multiplications * 0.4e-9 + clustering, bytes: 12 * n * n };
  }
  const neighbours = Math.min(params.n_neighbors as number, n);
  const pairs = d <= 15 ? n * Math.log2(n + 1) * neighbours * Math.min(d, 10) * 3e-8 : n * n * d * 2e-10;
  const factor = Math.min(n ** 1.5 * 3, (n * n) / 2);
  return {
    seconds: pairs + n * neighbours * 1e-6 + factor * (20 * k + Math.min(n ** 0.5 * 3, n)) * 0.4e-9 + clustering,
    bytes: n * neighbours * 64 + factor * 8 + n * k * 8 * 8,
  };
}
