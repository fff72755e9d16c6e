import { expect, test } from 'vitest';
import { algorithms } from '../../engine/algorithms/specs.ts';
import type { RecipeError } from '../../engine/types.ts';
import {
  everyAlgorithm,
  MOST_PARTICIPANTS,
  newParticipant,
  paramsOn,
  participantsToText,
  recipeOn,
  textToParticipants,
} from './participants.ts';

function read(text: string) {
  const problems: RecipeError[] = [];
  const found = textToParticipants(text, (problem) => problems.push(problem));
  return { found: found.map(({ algorithm, params }) => [algorithm, params]), problems: problems.map(String) };
}

test('a text and back: start values, chosen parameters, chosen defaults, points, the same one twice', () => {
  const init = [
    [1.5, 2],
    [3, 4],
  ];
  const given = [
    newParticipant('KMeans', null),
    newParticipant('DBSCAN', { eps: 0.3, min_samples: 4, metric: 'manhattan' }),
    newParticipant('DBSCAN', {}),
    newParticipant('KMeans', { n_clusters: 2, init, random_state: 0 }),
    newParticipant('MeanShift', { bandwidth: null, bin_seeding: true }),
  ];
  const text = participantsToText(given);
  expect(text).toMatch(/^KMeans,DBSCAN;eps=0.3;min_samples=4;metric=manhattan,DBSCAN;,KMeans;n_clusters=2;/);
  const { found, problems } = read(text);
  expect(problems).toEqual([]);
  expect(found).toEqual([
    ['KMeans', null],
    ['DBSCAN', { eps: 0.3, min_samples: 4, metric: 'manhattan' }],
    ['DBSCAN', {}],
    ['KMeans', { n_clusters: 2, init, random_state: 0 }],
    ['MeanShift', { bin_seeding: true }],
  ]);
});

test('nobody takes part where the text is empty', () => {
  expect(read('')).toEqual({ found: [], problems: [] });
});

test('what is unknown or out of range is dropped and named', () => {
  const { found, problems } = read(
    'KMeens,DBSCAN;eps=-1;min_samples=4;foo=1;__proto__=2,KMeans;n_clusters=%E0%A4%A;tol',
  );
  expect(found).toEqual([
    ['DBSCAN', { min_samples: 4 }],
    ['KMeans', {}],
  ]);
  expect(problems.map((problem) => problem.replace(/^RecipeError: /, '').split(':')[0])).toEqual([
    'compare',
    'compare.DBSCAN.eps',
    'compare.DBSCAN.foo',
    'compare.DBSCAN.__proto__',
    'compare.KMeans.n_clusters',
    'compare.KMeans.tol',
  ]);
});

test('takes so many and no more', () => {
  const { found, problems } = read(Array.from({ length: 100 }, () => 'DBSCAN').join());
  expect(found).toHaveLength(MOST_PARTICIPANTS);
  expect(problems).toHaveLength(1);
});

test('every algorithm takes part first, with the start values of the dataset at hand', () => {
  expect(everyAlgorithm.map(({ algorithm }) => algorithm)).toEqual(algorithms.map(({ id }) => id));
  const [first] = everyAlgorithm;
  expect(paramsOn({ dataset: 'iris' }, first!)).toMatchObject({ n_clusters: 3 });
  expect(paramsOn({ dataset: { make: 'make_moons' } }, first!)).toMatchObject({ n_clusters: 2 });
  expect(recipeOn({ dataset: 'iris', features: [2, 3], scaler: 'standard' }, first!)).toEqual({
    dataset: 'iris',
    features: [2, 3],
    scaler: 'standard',
    algorithm: 'KMeans',
    params: { n_clusters: 3, random_state: 42 },
  });
});
