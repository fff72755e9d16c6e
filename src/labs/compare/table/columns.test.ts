import { expect, test } from 'vitest';
import type { Metrics } from '../../../engine/types.ts';
import type { Entry } from '../multiples/comparison.ts';
import { columnsOf } from './columns.ts';
import { scoresCsv } from './csv.ts';

const entry = (calinski: number | null, seconds: number) =>
  ({
    participant: { id: 1, algorithm: 'KMeans', params: null },
    recipe: { dataset: 'iris', algorithm: 'KMeans', params: { n_clusters: 3, init: 'random' } },
    done: {
      outcome: { nClusters: 3, nNoise: 0, seconds },
      scores: { metrics: { calinski_harabasz_score: calinski, silhouette_score: 0.5 } as Metrics },
    },
  }) as unknown as Entry;

const shownOf = (entries: readonly Entry[], id: string) => {
  const { values, show } = columnsOf(entries, true, []).find((column) => column.id === id)!;
  return values.map((value) => (value === null ? null : show(value)));
};

test('all of a column have as many decimals', () => {
  const entries = [entry(1217.193432, 0.00042), entry(90.18358, 1.5), entry(null, 0.038)];
  expect(shownOf(entries, 'calinski_harabasz_score')).toEqual(['1217.2', '90.2', null]);
  expect(shownOf(entries, 'seconds')).toEqual(['0.0004', '1.5000', '0.0380']);
  expect(shownOf(entries, 'silhouette_score')).toEqual(['0.500', '0.500', '0.500']);
  expect(shownOf([entry(90.18358, 12.345), entry(2, 0.1)], 'calinski_harabasz_score')).toEqual(['90.184', '2.000']);
  expect(shownOf([entry(90.18358, 12.345), entry(2, 0.1)], 'seconds')).toEqual(['12.35', '0.10']);
});

test('what is too wide for its column is written in powers of ten, all of it', () => {
  expect(shownOf([entry(12_345_678, 1), entry(500, 1)], 'calinski_harabasz_score')).toEqual(['1.23e7', '5.00e2']);
});

test('the CSV has the full values, parameters quoted, in the order of the rows', () => {
  const entries = [entry(1217.193432, 0.00042), entry(null, 1.5)];
  const columns = columnsOf(entries, true, []).filter(({ id }) => ['calinski_harabasz_score', 'seconds'].includes(id));
  expect(scoresCsv(entries, columns, [1, 0])).toBe(
    [
      'algorithm,parameters,calinski_harabasz_score,seconds',
      'KMeans,"n_clusters=3, init=random",,1.5',
      'KMeans,"n_clusters=3, init=random",1217.193432,0.00042',
      '',
    ].join('\n'),
  );
});
