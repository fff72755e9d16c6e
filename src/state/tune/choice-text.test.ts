import { expect, test } from 'vitest';
import { recipeToQuery } from '../../engine/spec/url.ts';
import { choiceOf } from '../../labs/tune/choice.ts';
import { presetSweep, presets } from '../../labs/tune/presets.ts';
import { choiceToText, readChoice } from './choice-text.ts';

function read(text: string) {
  const problems: string[] = [];
  const choice = readChoice(new URLSearchParams(text), ({ message }) => problems.push(message));
  return { choice, problems };
}

test.each(presets.map((preset) => [preset.id, preset] as const))('%s there and back', (_, preset) => {
  const { recipe } = presetSweep(preset, { dataset: 'iris', algorithm: 'KMeans', params: {} });
  const { choice, problems } = read(`${recipeToQuery(recipe)}&${choiceToText(choiceOf(preset))}`);
  expect(problems).toEqual([]);
  expect(choice).toEqual(choiceOf(preset));
});

test('None, True and False, and a log scale', () => {
  const { choice } = read('algorithm=MeanShift&x=bin_seeding,false,true&y=bandwidth,0.1,10,5,log&score=seconds');
  expect(choice).toMatchObject({
    x: { param: 'bin_seeding', values: [false, true] },
    y: { param: 'bandwidth', from: 0.1, to: 10, count: 5, scale: 'log' },
    score: 'seconds',
  });
});

test.each([
  ['algorithm=DBSCAN&x=n_clusters,1,2,2', ['x: "n_clusters" is no parameter of DBSCAN']],
  ['algorithm=DBSCAN&x=eps,1,0.1,5', ['x.from: must be below the other end, 0.1']],
  [
    'algorithm=DBSCAN&x=eps,a,b',
    ['x: must be a parameter, two ends, a number of places, and log or nothing: eps,0.1,1,20,log'],
  ],
  ['algorithm=DBSCAN&x=__proto__,1,2,3', ['x: "__proto__" is no parameter of DBSCAN']],
  [
    'algorithm=KMeans&y=n_init,1,3,3&seeds=2',
    ['y: needs x, the parameter that is swept', 'seeds: needs x, the parameter that is swept'],
  ],
])('%s', (text, expected) => {
  expect(read(text)).toEqual({ choice: null, problems: expected });
});

test('what can be kept is kept: the first axis without the second, the sweep without its repeats', () => {
  const grid = read('algorithm=DBSCAN&x=eps,0.1,1,900&y=min_samples,1,900,900&score=nonsense&bootstraps=x');
  expect(grid.choice).toMatchObject({ x: { count: 900 }, y: null, score: 'silhouette_score' });
  expect(grid.problems).toHaveLength(3);
  const repeated = read('algorithm=KMeans&x=n_clusters,2,9,8&bootstraps=99999');
  expect(repeated.choice).toMatchObject({ repeats: { bootstraps: 0 } });
});
