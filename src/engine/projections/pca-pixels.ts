import { dotRow, entriesOf } from '../kernels/entries.ts';
import { productsOf } from '../kernels/products.ts';
import { type SparseRows, sparseRows } from '../kernels/sparse.ts';
import { topEigen } from '../numeric/lanczos.ts';
import { matrix } from '../numeric/matrix.ts';
import type { Pixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import type { Pca } from './pca.ts';

const BLOCK_ROWS = 2_000;

/**
 * PCA of pixels by their covariance, whose entries are sums of whole numbers and so exact, and its first eigenvectors alone.
 * Yields every few milliseconds. `orient` decides the sign of a component.
 */
export function* pcaOfPixels(
  X: Pixels,
  nComponents: number,
  orient: (component: Float64Array) => void,
): Generator<null, Pca, void> {
  const rows = yield* sparseRows(X);
  const { n, d } = rows;
  const { divisor } = X;
  const mean = rows.columnSums.map((sum) => sum / n);
  const scatter = yield* productsOf(rows);
  let total = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) scatter[i * d + j]! -= (rows.columnSums[i]! * rows.columnSums[j]!) / n;
    total += scatter[i * d + i]!;
  }
  const { values, vectors } = yield* topEigen(scatter, d, nComponents);
  const components = matrix(nComponents, d);
  const explained_variance = new Float64Array(nComponents);
  for (let k = 0; k < nComponents; k++) {
    // What is left of constant or dependent columns is rounding, and its direction an accident.
    if (!(values[k]! > total * d * Number.EPSILON)) break;
    const component = components.data.subarray(k * d, (k + 1) * d);
    component.set(vectors.subarray(k * d, (k + 1) * d));
    orient(component);
    explained_variance[k] = values[k]! / Math.max(1, n - 1) / divisor ** 2;
  }
  return {
    coords: yield* project(rows, mean, components, divisor),
    mean: mean.map((value) => value / divisor),
    components,
    explained_variance,
    explained_variance_ratio: explained_variance.map(
      (value) => (value * Math.max(1, n - 1) * divisor ** 2) / (total || 1),
    ),
  };
}

function* project(
  rows: SparseRows,
  mean: Float64Array,
  components: Matrix,
  divisor: number,
): Generator<null, Matrix, void> {
  const { n, d } = rows;
  const coords = matrix(n, components.rows);
  const shift = Float64Array.from({ length: components.rows }, (_, k) =>
    mean.reduce((sum, value, f) => sum + value * components.data[k * d + f]!, 0),
  );
  for (let from = 0; from < n; from += BLOCK_ROWS) {
    const entries = entriesOf(rows);
    for (let i = from; i < Math.min(n, from + BLOCK_ROWS); i++) {
      for (let k = 0; k < components.rows; k++) {
        coords.data[i * components.rows + k] = (dotRow(entries, i, components.data, k * d) - shift[k]!) / divisor;
      }
    }
    yield null;
  }
  return coords;
}
