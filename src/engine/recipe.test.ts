import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRecipe } from '../../tests/support/recipes.ts';
import { parseRecipe, salvageRecipe } from './recipe.ts';
import { startRecipe } from './spec/defaults.ts';
import { RecipeError } from './types.ts';

const base = { dataset: 'iris', algorithm: 'KMeans', params: {} };

function problemWith(input: unknown): string {
  try {
    parseRecipe(input);
    return 'valid';
  } catch (error) {
    if (error instanceof RecipeError) return error.message;
    throw error;
  }
}

test('a valid recipe comes out as it went in', () => {
  fc.assert(
    fc.property(anyRecipe, (recipe) => {
      expect(parseRecipe(recipe)).toEqual(recipe);
    }),
  );
});

test('params may be left out, and a generator may be named alone', () => {
  expect(parseRecipe({ dataset: 'make_moons', algorithm: 'KMeans' })).toEqual({
    dataset: { make: 'make_moons' },
    algorithm: 'KMeans',
    params: {},
  });
});

test.each<[unknown, string]>([
  [null, 'recipe: must be an object, not null'],
  [[base], 'recipe: must be an object, not a list'],
  ['iris', 'recipe: must be an object, not the text "iris"'],
  [{}, 'dataset: is missing'],
  [{ ...base, algoritm: 'KMeans' }, 'algoritm: unknown key; did you mean algorithm?'],
  [{ ...base, dataset: 'iriss' }, 'dataset: must be one of iris, wine,'],
  [{ ...base, dataset: 'iriss' }, '; did you mean iris?'],
  [{ ...base, dataset: 3 }, 'dataset: must be a name'],
  [{ ...base, dataset: {} }, 'dataset: must be a name'],
  [{ ...base, dataset: { make: 'iris' } }, 'dataset.make: must be one of make_blobs'],
  [{ ...base, dataset: { make: 'make_moons', noise: -1 } }, 'dataset.noise: must be at least 0'],
  [{ ...base, dataset: { make: 'make_moons', nois: 1 } }, 'dataset.nois: unknown; make_moons takes n_samples, noise'],
  [{ ...base, dataset: { X: [] } }, 'dataset.X: must have at least one row'],
  [{ ...base, dataset: { X: [[1, 2], [3]] } }, 'dataset.X[1]: must have 2 numbers'],
  [{ ...base, dataset: { X: [[1, Number.NaN]] } }, 'dataset.X[0][1]: must be a finite number'],
  [{ ...base, dataset: { X: [[1, '2']] } }, 'dataset.X[0][1]: must be a finite number'],
  [{ ...base, dataset: { X: [[1]], y: [1, 2] } }, 'dataset.y: must have 1 entry'],
  [{ ...base, dataset: { X: [[1]], z: [1] } }, 'dataset.z: unknown key'],
  [{ ...base, dataset: { X: [[1, 2]], feature_names: ['a'] } }, 'dataset.feature_names: must be a list of 2 names'],
  [{ ...base, dataset: { csv: 3 } }, 'dataset.csv: must be the path of a file'],
  [{ ...base, dataset: { csv: 'a.csv', target: 3 } }, 'dataset.target: must be the name of a column, not 3'],
  [{ ...base, features: 2 }, 'features: must be a list of names or indices, not 2'],
  [{ ...base, features: [] }, 'features: must name at least one column'],
  [{ ...base, features: [0, 4] }, 'features[1]: must be less than 4, the number of columns'],
  [{ ...base, features: [-1] }, 'features[0]: must be at least 0'],
  [{ ...base, features: [1.5] }, 'features[0]: must be a name or the index of a column, not 1.5'],
  [{ ...base, features: [true] }, 'features[0]: must be a name or the index of a column, not true'],
  [{ ...base, features: [0, 'petal width'] }, 'features[1]: unknown "petal width"; the columns are sepal length (cm),'],
  [{ ...base, features: [2, 'petal length (cm)'] }, 'features[1]: repeats petal length (cm)'],
  [{ ...base, dataset: 'make_moons', features: [2] }, 'features[0]: must be less than 2, the number of columns'],
  [
    { ...base, dataset: { make: 'make_blobs', n_features: 4 }, features: [4] },
    'features[0]: must be less than 4, the number of columns',
  ],
  [{ ...base, dataset: { X: [[1, 2]], feature_names: ['a', 'b'] }, features: ['c'] }, 'features[0]: unknown "c"'],
  [{ ...base, dataset: { csv: 'a.csv' }, features: ['a', 'a'] }, 'features[1]: repeats a'],
  [{ ...base, scaler: 'Standard' }, 'scaler: must be one of none, standard, minmax, unit, not the text "Standard"'],
  [{ ...base, scaler: null }, 'scaler: must be one of none, standard, minmax, unit, not null'],
  [{ ...base, scaler: 'unit' }, 'scaler: unit is for pixels; iris has none'],
  [{ ...base, rows: 0 }, 'rows: must be at least 1'],
  [{ ...base, rows: 151 }, 'rows: must be at most 150'],
  [{ ...base, rows: '9' }, 'rows: must be a whole number, not the text "9"'],
  [{ ...base, rows: 1.5 }, 'rows: must be a whole number, not 1.5'],
  [{ ...base, dataset: { make: 'make_moons', n_samples: [3, 4] }, rows: 8 }, 'rows: must be at most 7'],
  [{ dataset: 'iris' }, 'algorithm: is missing'],
  [{ ...base, algorithm: 'kmeans' }, 'algorithm: must be one of KMeans'],
  [{ ...base, algorithm: 'kmeans' }, 'did you mean KMeans?'],
  [{ ...base, algorithm: ['KMeans'] }, 'algorithm: must be one of KMeans'],
  [{ ...base, params: [] }, 'params: must be an object, not a list'],
  [{ ...base, params: { n_clusters: 0 } }, 'params.n_clusters: must be at least 1'],
  [{ ...base, params: { foo: 1 } }, 'params.foo: unknown; KMeans takes n_clusters, init,'],
  [{ ...base, return: 'X' }, 'return: must be a list of X and y, not the text "X"'],
  [{ ...base, return: ['X', 'z'] }, 'return[1]: must be X or y, not the text "z"'],
])('%j is refused', (input, message) => {
  expect(problemWith(input)).toContain(message);
});

test('of a list of files that names one twice nobody says that it is a list', () => {
  expect(problemWith({ ...base, dataset: { idx: ['a', 'a'] } })).toBe('dataset.idx: must be a list of different files');
});

test('whatever comes in, only RecipeErrors come out, and what is salvaged is valid', () => {
  const keys = fc.constantFrom('dataset', 'features', 'scaler', 'rows', 'algorithm', 'params', 'return', 'x');
  const values = fc.oneof(fc.jsonValue(), fc.constantFrom('iris', 'KMeans', { make: 'make_blobs' }, { X: [[1]] }));
  const input = fc.oneof(fc.anything(), fc.dictionary(keys, values));
  fc.assert(
    fc.property(input, (value) => {
      const { recipe, problems } = salvageRecipe(value, startRecipe());
      expect(problemWith(recipe)).toBe('valid');
      if (problems.length > 0) expect(problemWith(value)).toBe(problems[0]!.message);
    }),
    { numRuns: 300 },
  );
});

test('salvaging keeps what is good', () => {
  const fallback = startRecipe();
  const salvage = (input: unknown) => salvageRecipe(input, fallback).recipe;
  expect(salvage(null)).toEqual(fallback);
  expect(salvage({ ...base, params: { n_clusters: 4, tol: -1 } })).toEqual({ ...base, params: { n_clusters: 4 } });
  expect(salvage({ ...base, features: [1, 9, 1, 0] })).toEqual({ ...base, features: [1, 0] });
  expect(salvage({ ...base, dataset: { make: 'make_moons', noise: -1, n_samples: 9 } }).dataset).toEqual({
    make: 'make_moons',
    n_samples: 9,
  });
  // What was meant for another dataset or algorithm must not be put to this one.
  expect(salvage({ ...base, dataset: 'lilies', features: [0] }).features).toEqual(fallback.features);
  expect(salvage({ ...base, algorithm: 'KNN', params: { n_clusters: 9 } }).params).toEqual(fallback.params);
});
