import type { Pause } from '../fit.ts';
import type { Helpers } from '../kernels/helpers.ts';
import { type Slices, splitRows } from '../kernels/slices.ts';
import { topEigen } from '../numeric/lanczos.ts';
import { matrix } from '../numeric/matrix.ts';
import type { Pixels } from '../pixels.ts';
import type { Matrix } from '../types.ts';
import type { Pca } from './pca.ts';

/**
 * PCA of pixels by their covariance, whose entries are sums of whole numbers and so exact, and its first eigenvectors alone.
 * Rows are shared with helpers where there are any. Yields every few milliseconds. `orient` decides the sign of a component.
 */
export function* pcaOfPixels(
  X: Pixels,
  nComponents: number,
  orient: (component: Float64Array) => void,
  helpers: Helpers | null,
): Generator<Pause, Pca, void> {
  const slices = yield* splitRows(X, helpers);
  const { n, d } = slices;
  const { divisor } = X;
  const columns = yield* slices.columnSums();
  const mean = columns.map((sum) => sum / n);
  const scatter = yield* slices.products();
  let total = 0;
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) scatter[i * d + j]! -= (columns[i]! * columns[j]!) / n;
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
    coords: yield* project(slices, mean, components, divisor),
    mean: mean.map((value) => value / divisor),
    components,
    explained_variance,
    explained_variance_ratio: explained_variance.map(
      (value) => (value * Math.max(1, n - 1) * divisor ** 2) / (total || 1),
    ),
  };
}

function* project(
  slices: Slices,
  mean: Float64Array,
  components: Matrix,
  divisor: number,
): Generator<Pause, Matrix, void> {
  const { data, rows: count, cols: d } = components;
  const dots = yield* slices.dots(data, count);
  const shift = Float64Array.from({ length: count }, (_, k) =>
    mean.reduce((sum, value, f) => sum + value * data[k * d + f]!, 0),
  );
  for (let at = 0; at < dots.length; at++) dots[at] = (dots[at]! - shift[at % count]!) / divisor;
  return { data: dots, rows: slices.n, cols: count };
}
