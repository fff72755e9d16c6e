import { columnOf } from '../pixels.ts';
import { pcaSteps } from '../projections/pca.ts';
import { type Prepared, RecipeError, type Table } from '../types.ts';
import { correlationSteps } from './correlation.ts';
import { distributionSteps } from './distributions.ts';
import { imageSteps } from './images.ts';
import { outlierSteps } from './outliers.ts';
import { allRows, sampleRows } from './sample.ts';
import { type SummaryContext, summarySteps } from './summary.ts';
import type { Answer, Ask, PcaAnswer, ValuesAnswer } from './types.ts';

/**
 * Answers one question about a dataset. Columns that the table does not have are left out.
 * @throws RecipeError when images are asked of rows that are none
 */
export function* exploreSteps(data: Prepared, context: SummaryContext, ask: Ask): Generator<null, Answer, void> {
  const { table } = data;
  switch (ask.kind) {
    case 'summary':
      return yield* summarySteps(table, context);
    case 'distributions':
      return yield* distributionSteps(table, known(table, ask.columns), ask.groups);
    case 'values':
      return yield* valueSteps(table, known(table, ask.columns), ask.most);
    case 'correlation':
      return yield* correlationSteps(table.X, known(table, ask.columns));
    case 'pca':
      return yield* pcaAnswer(data, ask.most);
    case 'outliers':
      return yield* outlierSteps(table.X, known(table, ask.columns), ask.rule, ask.threshold);
    case 'images': {
      if (!context.image) throw new RecipeError('dataset', 'holds no images');
      return yield* imageSteps(table, context.image, ask.groups, ask.examples);
    }
  }
}

const known = ({ X }: Table, columns: readonly number[]) => columns.filter((column) => column >= 0 && column < X.cols);

function* valueSteps(table: Table, columns: readonly number[], most: number): Generator<null, ValuesAnswer, void> {
  const values: Float64Array[] = [];
  for (const column of columns) {
    values.push(columnOf(table.X, column));
    yield null;
  }
  return { kind: 'values', columns, values, shown: sampleRows(allRows(table.X.rows), most) };
}

function* pcaAnswer({ X, columns }: Prepared, most: number): Generator<null, PcaAnswer, void> {
  const wanted = Math.max(2, Math.min(most, X.cols, Math.max(1, X.rows - 1)));
  const { coords, components, explained_variance, explained_variance_ratio } = yield* pcaSteps(X, wanted);
  const count = explained_variance.findLastIndex((variance) => variance > 0) + 1;
  const first = new Float64Array(X.rows * 2);
  for (let i = 0; i < X.rows; i++) {
    first[2 * i] = coords.data[i * wanted]!;
    first[2 * i + 1] = coords.data[i * wanted + 1]!;
  }
  return {
    kind: 'pca',
    columns,
    count,
    variance: explained_variance.slice(0, count),
    ratio: explained_variance_ratio.slice(0, count),
    components: components.data.slice(0, count * X.cols),
    coords: first,
  };
}
