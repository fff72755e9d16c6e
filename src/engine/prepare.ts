import { isCsv } from './dataset-ref.ts';
import { loadTable } from './datasets/load.ts';
import type { LoadOptions } from './datasets/sources.ts';
import { selectColumns } from './numeric/matrix.ts';
import { type Scaled, scale } from './numeric/scalers.ts';
import { choosePixels, firstPixelRows, isPixels, pixels } from './pixels.ts';
import type { Recipe } from './recipe.ts';
import type { Scaler } from './spec/dataset.ts';
import { featureColumns, fullScaleOf } from './spec/features.ts';
import { keepsBytes, requireDense } from './spec/image-rows.ts';
import { type Matrix, type Prepared, RecipeError, type Table } from './types.ts';

/** A recipe's data, ready for a fit. `table` holds the same rows as `X`. */
export interface PreparedData extends Prepared {
  /** X[i][j] = (table.X[i][columns[j]] - offset[j]) / scale[j]. */
  readonly offset: Float64Array;
  readonly scale: Float64Array;
  /** What a pixel's brightest value is; null where there are no pixels. */
  readonly fullScale: number | null;
}

/**
 * Loads or makes the points of a recipe, keeps its rows and features, scales them.
 * Images stay bytes as long as the scaler leaves them whole numbers over one divisor.
 * @throws RecipeError for what could not be checked before: a feature or a number of rows that the table does not have,
 * values whose squares overflow, a file of images that is missing or broken
 */
export async function prepare(recipe: Recipe, options: PrepareOptions = {}): Promise<PreparedData> {
  const table = firstRows(await load(recipe, options), recipe.rows);
  const columns = featureColumns(recipe.features, table.featureNames);
  const fullScale = fullScaleOf(recipe.dataset);
  const scaler = recipe.scaler ?? 'none';
  if (scaler === 'unit' && fullScale === null)
    throw new RecipeError('scaler', 'unit is for pixels; these points have none');
  // numpy holds X[:, [2, 3]] column by column, and pandas a table.
  const fortranOrder = recipe.features !== undefined || isCsv(recipe.dataset);
  const scaled = scaledBy(scaler, chooseColumns(table.X, columns), fullScale, fortranOrder);
  if (!isPixels(scaled.X)) requireSquarable(scaled.X);
  const X: Matrix = fortranOrder && !isPixels(scaled.X) ? { ...scaled.X, byColumns: true } : scaled.X;
  return { table, columns, X, offset: scaled.offset, scale: scaled.scale, fullScale };
}

/** Distances between larger values overflow when they are squared and added, and labels would mean nothing. */
const LARGEST = 1e150;

function requireSquarable({ data }: Matrix): void {
  for (const value of data) {
    // NaN, what scaling leaves of values near the largest float64, is not within it either.
    if (!(Math.abs(value) <= LARGEST))
      throw new RecipeError('dataset', `has values beyond ±${LARGEST}; scale it first`);
  }
}

export type PrepareOptions = Omit<LoadOptions, 'rows'>;

/** `scale`, but pixels that are divided by one number stay pixels. */
function scaledBy(scaler: Scaler, X: Matrix, fullScale: number | null, fortranOrder: boolean): Scaled {
  if (!isPixels(X) || !keepsBytes(scaler)) {
    requireDense(X);
    return scale(X, scaler, fullScale, fortranOrder);
  }
  const divisor = scaler === 'unit' ? fullScale! : 1;
  return {
    X: pixels(X.bytes, X.rows, X.cols, divisor),
    offset: new Float64Array(X.cols),
    scale: new Float64Array(X.cols).fill(divisor),
  };
}

async function load({ dataset, rows }: Recipe, options: PrepareOptions): Promise<Table> {
  try {
    return await loadTable(dataset, { ...options, rows });
  } catch (error) {
    // A typed array longer than the memory, or than the language allows.
    if (error instanceof RangeError) throw new RecipeError('dataset', 'is too large');
    throw error;
  }
}

function firstRows(table: Table, rows: number | undefined): Table {
  const { X, y, target } = table;
  if (rows === undefined || rows === X.rows) return table;
  if (rows > X.rows) throw new RecipeError('rows', `must be at most ${X.rows}, all that there are`);
  return {
    ...table,
    X: isPixels(X) ? firstPixelRows(X, rows) : { data: X.data.slice(0, rows * X.cols), rows, cols: X.cols },
    y: y?.slice(0, rows) ?? null,
    target: target?.slice(0, rows) ?? null,
  };
}

/** The chosen columns, as they are held. */
function chooseColumns(X: Matrix, columns: readonly number[]): Matrix {
  return isPixels(X) ? choosePixels(X, columns) : selectColumns(X, columns);
}
