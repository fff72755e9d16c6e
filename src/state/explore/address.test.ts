import { expect, test } from 'vitest';
import { openPart } from '../../../tests/support/address.ts';
import { addressOf } from './address.ts';
import { createExploreStore } from './store.ts';

const open = () => openPart(createExploreStore(), addressOf);

test('what is chosen is written and read again, what the lab opens with is left out', () => {
  const { store, part, read } = open();
  expect(part.write()).toBe('');
  store.getState().setSection('pairs');
  store.getState().setColumns([3, 0, 12]);
  expect(part.write()).toBe('section=pairs&columns=0,3,12');
  const other = open();
  expect(other.read(part.write())).toEqual([]);
  expect(other.store.getState()).toMatchObject({ section: 'pairs', columns: [0, 3, 12] });
  expect(read('')).toEqual([]);
  expect(store.getState()).toMatchObject({ section: 'summary', columns: null });
});

test('no column at all is a choice as well', () => {
  const { store, part } = open();
  store.getState().setColumns([]);
  const other = open();
  expect(other.read(part.write())).toEqual([]);
  expect(other.store.getState().columns).toEqual([]);
});

test('what makes no sense is dropped and reported', () => {
  const { store, read } = open();
  expect(read('section=nowhere&columns=1,1')).toEqual([
    expect.stringMatching(/^section: unknown "nowhere"; one of summary, /),
    expect.stringMatching(/^columns: must be numbers of columns/),
  ]);
  for (const columns of ['-1', 'a', '1,,2', ',', '1e3', Array.from({ length: 65 }, (_, i) => i).join(',')]) {
    expect(read(`columns=${columns}`)).toHaveLength(1);
  }
  expect(store.getState()).toMatchObject({ section: 'summary', columns: null });
});

test('pictures of rows that are none, and columns that there are not, are reported', () => {
  const { store, read } = open();
  expect(read('section=images', 'iris')).toEqual(['section: "images" is for pictures, which the rows of Iris are not']);
  expect(store.getState().section).toBe('summary');
  expect(read('section=images', { idx: ['images'] })).toEqual([]);
  expect(store.getState().section).toBe('images');
  expect(read('columns=0,4', 'iris')).toEqual(['columns: must be numbers of columns, at most 4, each once: 0,2,3']);
  expect(read('columns=0,4', { csv: 'of so many columns that only the file knows.csv' })).toEqual([]);
  expect(store.getState().columns).toEqual([0, 4]);
});

test('the coefficient and the rule of outliers are written where they are not the first', () => {
  const { store, part, read } = open();
  store.getState().setCoefficient('spearman');
  store.getState().setOutliers({ rule: 'iqr', threshold: 1.5 });
  expect(part.write()).toBe('correlation=spearman&outliers=iqr');
  store.getState().setOutliers({ rule: 'zscore', threshold: 2.5 });
  expect(part.write()).toBe('correlation=spearman&outliers=zscore,2.5');
  const other = open();
  expect(other.read(part.write())).toEqual([]);
  expect(other.store.getState()).toMatchObject({
    coefficient: 'spearman',
    outliers: { rule: 'zscore', threshold: 2.5 },
  });
  expect(read('correlation=kendall')).toEqual([
    expect.stringMatching(/^correlation: unknown "kendall"; one of pearson/),
  ]);
  for (const outliers of ['', 'mad', 'iqr,0', 'iqr,101', 'iqr,1e1', 'iqr,', 'iqr,1,2', 'iqr,-1']) {
    expect(read(`outliers=${outliers}`)).toEqual([expect.stringMatching(/^outliers: must be zscore or iqr/)]);
  }
  expect(store.getState()).toMatchObject({ coefficient: 'pearson', outliers: { rule: 'zscore', threshold: 3 } });
});

test('a change is told by the name of its field', () => {
  const { store, part } = open();
  const told: string[] = [];
  part.subscribe((field) => told.push(field));
  store.getState().setSection('pca');
  store.getState().setColumns([1]);
  store.getState().setColumns(store.getState().columns);
  expect(told.slice(0, 2)).toEqual(['explore.section', 'explore.columns']);
});
