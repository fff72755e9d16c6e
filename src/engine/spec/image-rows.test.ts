import { expect, test } from 'vitest';
import { diskSources as sources } from '../../../cli/sources.ts';
import { algorithms } from '../algorithms/specs.ts';
import { fitSteps } from '../index.ts';
import { pixels } from '../pixels.ts';
import { prepare } from '../prepare.ts';
import { createSweeper } from '../sweep/sweeper.ts';
import type { Matrix, Prepared } from '../types.ts';
import { NO_REPEATS } from './sweep.ts';

const preparedOf = (X: Matrix): Prepared => ({
  table: { X, featureNames: [], y: null, classNames: [], target: null },
  columns: [0, 1],
  X,
});
const recipeOf = (algorithm: string) => ({ dataset: 'mnist_784', algorithm, params: {} });
const TOO_MANY = 'must be at most 25510 here; more images are for KMeans and MiniBatchKMeans, with scaler none or unit';

/** Images as bytes; `wasRead` says whether somebody made numbers of them. */
function watched() {
  const X = pixels(
    Uint8Array.from({ length: 80 }, (_, i) => (i * 37) % 251),
    40,
    2,
  );
  const { data } = X;
  let wasRead = false;
  Object.defineProperty(X, 'data', {
    get: () => {
      wasRead = true;
      return data;
    },
  });
  return { X, wasRead: () => wasRead };
}

test.each(algorithms)('$id says whether it works on bytes', async ({ id, takesBytes = false }) => {
  const { X, wasRead } = watched();
  for (const _ of await fitSteps(preparedOf(X), recipeOf(id)));
  expect(wasRead()).toBe(!takesBytes);
});

const many = pixels(new Uint8Array(25_511 * 784), 25_511, 784);

test('more images than a method takes are refused before it begins, with the methods that would', async () => {
  const prepared = preparedOf(many);
  await expect(fitSteps(prepared, recipeOf('DBSCAN'))).rejects.toThrow(`rows: ${TOO_MANY}`);
  expect(await fitSteps(prepared, recipeOf('KMeans'))).toBeDefined();
});

test('a cell of a sweep says the same', async () => {
  const recipe = recipeOf('MeanShift');
  const x = { param: 'bin_seeding', values: [true] };
  const sweeper = await createSweeper(preparedOf(many), { recipe, x, y: null, repeats: NO_REPEATS });
  const run = sweeper.run(sweeper.tasks[0]!);
  let step = run.next();
  while (!step.done) step = run.next();
  expect(step.value.error).toEqual({ field: 'rows', problem: TOO_MANY });
});

test('and so does a scaler that makes numbers of them', async () => {
  const recipe = { ...recipeOf('KMeans'), rows: 25_511 };
  await expect(prepare({ ...recipe, scaler: 'standard' }, { sources })).rejects.toThrow(`rows: ${TOO_MANY}`);
  expect((await prepare({ ...recipe, scaler: 'unit' }, { sources })).X.rows).toBe(25_511);
});
