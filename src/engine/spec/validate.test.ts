import { expect, test } from 'vitest';
import { RecipeError } from '../types.ts';
import { bool, choice, int, intOrList, intOrPoints, type Param, range, real, realOrList, seed } from './kinds.ts';
import { validateParam, validateParams } from './validate.ts';

const redo = 'fit';
const doc = '';
const specs = {
  n_clusters: int({ default: 8, min: 1, redo, doc }),
  eps: real({ default: 0.5, above: 0, redo, doc }),
  damping: real({ default: 0.5, min: 0.5, below: 1, redo, doc }),
  n_init: int({ default: 'auto', min: 1, or: ['auto'], redo, doc }),
  bandwidth: real({ default: null, above: 0, or: [null], redo, doc }),
  random_state: seed(),
  shuffle: bool({ default: true, redo, doc }),
  init: choice({ default: 'k-means++', of: ['k-means++', 'random'], points: true, redo, doc }),
  metric: choice({ default: 'euclidean', of: ['euclidean', 'manhattan', null], redo, doc }),
  center_box: range({ default: [-10, 10], redo, doc }),
  cluster_std: realOrList({ default: 1, min: 0, redo, doc }),
  n_samples: intOrList({ default: 100, min: 0, length: 2, redo, doc }),
  centers: intOrPoints({ default: null, min: 1, redo, doc }),
} satisfies Record<string, Param>;

function problemWith(name: keyof typeof specs, value: unknown): string {
  try {
    validateParam(name, specs[name], value);
    return 'valid';
  } catch (error) {
    if (error instanceof RecipeError) return error.message;
    throw error;
  }
}

test.each<[keyof typeof specs, unknown]>([
  ['n_clusters', 1],
  ['eps', 1e-9],
  ['damping', 0.5],
  ['n_init', 'auto'],
  ['n_init', 3],
  ['bandwidth', null],
  ['random_state', null],
  ['random_state', 0],
  ['random_state', 4294967295],
  ['shuffle', false],
  ['init', 'random'],
  [
    'init',
    [
      [1, 2],
      [3, 4.5],
    ],
  ],
  ['metric', null],
  ['center_box', [-1, 1]],
  ['cluster_std', 0],
  ['cluster_std', [1, 2.5, 0.5]],
  ['n_samples', [30, 70]],
  ['centers', 3],
  ['centers', null],
  ['centers', [[0, 0]]],
])('%s takes %j', (name, value) => {
  expect(validateParam(name, specs[name], value)).toEqual(value);
});

test.each<[keyof typeof specs, unknown, string]>([
  ['n_clusters', 0, 'params.n_clusters: must be at least 1'],
  ['n_clusters', 2.5, 'params.n_clusters: must be a whole number, not 2.5'],
  ['n_clusters', '3', 'params.n_clusters: must be a whole number, not the text "3"'],
  ['n_clusters', true, 'params.n_clusters: must be a whole number, not true'],
  ['n_clusters', null, 'params.n_clusters: must be a whole number, not null'],
  ['n_clusters', [3], 'params.n_clusters: must be a whole number, not a list'],
  ['n_clusters', 1e300, 'params.n_clusters: is too large'],
  ['eps', 0, 'params.eps: must be greater than 0'],
  ['eps', Number.NaN, 'params.eps: must be a number, not NaN'],
  ['eps', Number.POSITIVE_INFINITY, 'params.eps: must be finite, not Infinity'],
  ['damping', 1, 'params.damping: must be less than 1'],
  ['damping', 0.4, 'params.damping: must be at least 0.5'],
  ['n_init', 'automatic', 'params.n_init: must be a whole number or auto, not the text "automatic"'],
  ['bandwidth', 'none', 'params.bandwidth: must be a number or null, not the text "none"'],
  ['random_state', -1, 'params.random_state: must be at least 0'],
  ['random_state', 4294967296, 'params.random_state: must be at most 4294967295'],
  ['random_state', 1.5, 'params.random_state: must be a whole number, not 1.5'],
  ['shuffle', 1, 'params.shuffle: must be true or false, not 1'],
  [
    'init',
    'kmeans++',
    'params.init: must be k-means++, random or an array of points, not the text "kmeans++"; did you mean k-means++?',
  ],
  ['init', [], 'params.init: must have at least one point'],
  ['init', [[]], 'params.init[0]: must have at least one number'],
  ['init', [1, 2], 'params.init[0]: must be a list of numbers, not 1'],
  [
    'init',
    [
      [1, 2],
      [Number.NaN, 4],
    ],
    'params.init[1][0]: must be a number, not NaN',
  ],
  [
    'init',
    [
      [1, 2],
      ['3', 4],
    ],
    'params.init[1][0]: must be a number, not the text "3"',
  ],
  ['init', [[1, 2], [3]], 'params.init[1]: must have as many numbers as the first point (2), not 1'],
  ['metric', 'cosine', 'params.metric: must be one of euclidean, manhattan, null, not the text "cosine"'],
  ['center_box', [1, 1], 'params.center_box: must have its low end below its high end'],
  ['center_box', [1], 'params.center_box: must be a list of two numbers, [low, high]'],
  ['center_box', 3, 'params.center_box: must be a list of two numbers, [low, high]'],
  ['cluster_std', -1, 'params.cluster_std: must be at least 0'],
  ['cluster_std', [1, -1], 'params.cluster_std[1]: must be at least 0'],
  ['cluster_std', [], 'params.cluster_std: must not be an empty list'],
  ['n_samples', [1, 2, 3], 'params.n_samples: must have 2 entries, not 3'],
  ['centers', 0, 'params.centers: must be at least 1'],
  ['centers', 'three', 'params.centers: must be a whole number, an array of points or null, not the text "three"'],
])('%s refuses %j', (name, value, message) => {
  expect(problemWith(name, value)).toBe(message);
});

test('an unknown name is told what there is', () => {
  const { n_clusters, n_init } = specs;
  expect(() => validateParams('KMeans', { n_clusters, n_init }, { n_cluster: 3 })).toThrow(
    'params.n_cluster: unknown; KMeans takes n_clusters, n_init; did you mean n_clusters?',
  );
  expect(() => validateParams('iris', {}, { noise: 3 }, 'dataset')).toThrow(
    'dataset.noise: unknown; iris takes no parameters',
  );
  expect(() => validateParams('KMeans', { n_clusters }, { constructor: 3 })).toThrow('params.constructor: unknown');
});

test('with a report, what is bad is dropped and the rest kept', () => {
  const problems: string[] = [];
  const valid = validateParams('X', specs, { eps: -1, n_clusters: 3, nonsense: 1 }, 'params', (e) => {
    problems.push(e.field);
  });
  expect(valid).toEqual({ n_clusters: 3 });
  expect(problems).toEqual(['params.eps', 'params.nonsense']);
});
