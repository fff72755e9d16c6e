import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRecipe } from '../../../tests/support/recipes.ts';
import { algorithmSpec, algorithms } from '../algorithms/specs.ts';
import type { Recipe } from '../recipe.ts';
import { completeParams, startRecipe } from './defaults.ts';
import { specOf } from './features.ts';
import { isRecipeKey, queryText, queryToRecipe, recipeToQuery } from './url.ts';

const read = (text: string) => queryToRecipe(new URLSearchParams(text), (key) => key === 'lab' || key === 'view');
const write = (recipe: Recipe) => queryText(recipeToQuery(recipe));
const problems = (text: string) => read(text).problems.map(({ message }) => message);

/** What a recipe means: with every default filled in. */
function meaning(recipe: Recipe): unknown {
  const { dataset, scaler = 'none', algorithm, params } = recipe;
  const made = typeof dataset === 'object' && 'make' in dataset;
  return {
    ...recipe,
    dataset: made ? { make: dataset.make, ...completeParams(specOf(dataset)!.params, dataset) } : dataset,
    scaler,
    params: completeParams(algorithmSpec(algorithm)!.params, params),
  };
}

test('every recipe comes back from its query as it was', () => {
  fc.assert(
    fc.property(anyRecipe, (recipe) => {
      const back = read(write(recipe));
      expect(back.problems).toEqual([]);
      expect(meaning(back.recipe)).toEqual(meaning(recipe));
    }),
    { numRuns: 200 },
  );
});

test('a query is readable, and says nothing that scikit-learn would assume', () => {
  expect(
    write({
      dataset: 'iris',
      features: ['petal length (cm)', 3],
      scaler: 'standard',
      rows: 100,
      algorithm: 'KMeans',
      params: {
        n_clusters: 8,
        init: [
          [1.5, 2],
          [3, 4],
        ],
        n_init: 'auto',
        random_state: null,
        algorithm: 'elkan',
      },
    }),
  ).toBe('dataset=iris&features=2,3&scaler=standard&rows=100&algorithm=KMeans&init=1.5,2;3,4&params.algorithm=elkan');
  expect(
    write({
      dataset: { make: 'make_moons', noise: 0.05, random_state: 0 },
      algorithm: 'KMeans',
      params: { n_clusters: 2 },
    }),
  ).toBe('dataset=make_moons&data.noise=0.05&data.random_state=0&algorithm=KMeans&n_clusters=2');
});

test('without a recipe in the address the page starts with its own', () => {
  expect(read('')).toEqual({ recipe: startRecipe(), problems: [] });
  expect(read('lab=cluster&view=pca')).toEqual({ recipe: startRecipe(), problems: [] });
});

test('a dataset alone means what the page starts with for it; one change leaves the rest of that', () => {
  expect(read('dataset=digits').recipe).toEqual(startRecipe('digits'));
  expect(read('dataset=make_moons').recipe).toEqual(startRecipe('make_moons'));
  const start = startRecipe('wine');
  expect(read('dataset=wine&n_clusters=5').recipe).toEqual({ ...start, params: { ...start.params, n_clusters: 5 } });
});

test('with an algorithm named, what is left out is the default and not the start', () => {
  expect(read('dataset=iris&algorithm=KMeans').recipe).toEqual({ dataset: 'iris', algorithm: 'KMeans', params: {} });
});

test.each([
  ['dataset=iris&algorithm=KMeans&params.eps=-1', ['params.eps: unknown']],
  ['dataset=iris&algorithm=KMeans&n_clusters=0', ['params.n_clusters: must be at least 1']],
  ['dataset=iris&algorithm=KMeans&n_clusters=0x10', ['params.n_clusters: must be a whole number']],
  ['dataset=iris&algorithm=KMeans&n_clusters=', ['params.n_clusters: must be a whole number']],
  ['dataset=iris&algorithm=KMeans&n_clusters=NaN', ['params.n_clusters: must be a whole number']],
  ['dataset=iris&algorithm=KMeans&tol=1e999', ['params.tol: must be finite']],
  ['dataset=iris&algorithm=KMeans&init=1,2;3', ['params.init[1]: must have as many numbers']],
  ['dataset=iris&algorithm=KMeans&init=1,x', ['params.init: must be k-means++, random or an array of points']],
  ['dataset=iris&algorithm=KMeans&features=2,9', ['features[1]: must be less than 4']],
  ['dataset=iris&algorithm=KMeans&features=-1,2', ['features[0]: must be at least 0']],
  ['dataset=iris&algorithm=KMeans&features=', ['features[0]: unknown ""']],
  ['dataset=iris&algorithm=KMeans&scaler=cube', ['scaler: must be one of none, standard, minmax, unit']],
  ['dataset=iris&algorithm=KMeans&rows=151', ['rows: must be at most 150']],
  ['dataset=iris&algorithm=KMeans&data.noise=1', ['dataset.noise: unknown; iris takes no parameters']],
  ['dataset=make_moons&algorithm=KMeans&data.nois=1', ['dataset.nois: unknown; make_moons takes']],
  ['dataset=lilies', ['dataset: must be one of iris']],
  ['algorithm=KNN', ['algorithm: must be one of KMeans']],
  [
    'dataset=lilies&features=9&data.noise=1&algorithm=KNN&n_clusters=999',
    ['dataset: ', 'algorithm: ', 'features: belongs to the dataset', 'data.noise: belongs', 'n_clusters: belongs'],
  ],
  ['points=AAAA', ['points: is damaged']],
  ['points=%%%', ['points: is damaged']],
  ['points=', ['points: is damaged']],
  ['nonsense=1&<script>=2', ['nonsense: unknown key', '<script>: unknown key']],
  ['constructor=1&__proto__=2', ['constructor: unknown key', '__proto__: unknown key']],
  [
    'dataset=make_moons&data.__proto__=1&algorithm=KMeans&params.__proto__=2&params.constructor=3',
    ['dataset.__proto__: unknown', 'params.__proto__: unknown', 'params.constructor: unknown'],
  ],
])('%s: what is bad is dropped and named', (text, expected) => {
  const found = problems(text);
  expect(found.length).toBe(expected.length);
  for (const [i, start] of expected.entries()) expect(found[i]!.startsWith(start)).toBe(true);
});

test('what is good in a bad address is kept', () => {
  expect(read('dataset=iris&features=2,3,9&algorithm=KMeans&n_clusters=4&tol=-1').recipe).toEqual({
    dataset: 'iris',
    features: [2, 3],
    algorithm: 'KMeans',
    params: { n_clusters: 4 },
  });
});

test('any text at all gives a valid recipe', () => {
  const keys = fc.constantFrom(
    'dataset',
    'points',
    'features',
    'rows',
    'scaler',
    'algorithm',
    'init',
    'data.noise',
    'tol',
  );
  const values = fc.oneof(fc.string(), fc.constantFrom('iris', 'make_blobs', 'KMeans', '1,2;3', '-1', '1e9', 'None'));
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, values)), (pairs) => {
      const { recipe } = queryToRecipe(new URLSearchParams(pairs.map(([key, value]) => [key, value])));
      expect(read(write(recipe)).problems).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('points that were cut off on the way are refused, wherever that was', () => {
  const query = recipeToQuery({ dataset: { X: [[0.25], [1.5], [3]] }, algorithm: 'KMeans', params: {} });
  const whole = query.get('points')!;
  for (let length = 0; length < whole.length; length++) {
    expect(problems(`points=${whole.slice(0, length)}`)).toEqual(['points: is damaged: it cannot be unpacked']);
  }
});

test('points that swell without end are refused', () => {
  const packed = deflateRawSync(Buffer.alloc(100 * 2 ** 20, ' ')).toString('base64url');
  expect(packed.length).toBeLessThan(200_000);
  expect(problems(`points=${packed}`)).toEqual(['points: is too large']);
});

test('every key of a written recipe is known as the recipe’s, and the page’s own are not', () => {
  for (const key of [
    'dataset',
    'points',
    'features',
    'scaler',
    'rows',
    'algorithm',
    'data.noise',
    'params.algorithm',
  ]) {
    expect(isRecipeKey(key)).toBe(true);
  }
  for (const { params } of algorithms) for (const name of Object.keys(params)) expect(isRecipeKey(name)).toBe(true);
  for (const key of ['lab', 'view', 'toString']) expect(isRecipeKey(key)).toBe(false);
});

test('a file is named, and what tells how it is read', () => {
  const dataset = { csv: 'my flowers.csv', target: 'kind', columns: ['a', 'b, c'], sep: ';', decimal: ',' } as const;
  const text = write({ dataset, algorithm: 'KMeans', params: {} });
  expect(text).toMatch(/^csv=my\+flowers.csv&data.target=kind&data.columns=/);
  expect(read(text).recipe.dataset).toEqual(dataset);
  expect(read('csv=a.csv&data.sep=ab&data.wat=1&algorithm=KMeans').recipe.dataset).toEqual({ csv: 'a.csv' });
  expect(problems('csv=a.csv&data.sep=ab&data.wat=1&algorithm=KMeans').join()).toMatch(
    /dataset.wat.*dataset.sep: must be a/,
  );
});

test('more points than an address can carry are refused', () => {
  const X = Array.from({ length: 2000 }, (_, i) => [Math.sin(i), Math.cos(i)]);
  expect(() => recipeToQuery({ dataset: { X }, algorithm: 'KMeans', params: {} })).toThrow('too many points');
});
