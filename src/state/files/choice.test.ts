import { describe, expect, test } from 'vitest';
import { readCsv } from '../../engine/datasets/csv/decode.ts';
import type { CsvFormat } from '../../engine/datasets/csv/types.ts';
import { startRecipe } from '../../engine/spec/defaults.ts';
import type { KeptIdx } from '../../worker/files/kept.ts';
import { packCsv } from '../../worker/files/pack.ts';
import { csvRef, csvStart, idxStart, isUneven, problemOf, suggested } from './choice.ts';
import { wholeRows } from './rows.ts';

async function file(text: string) {
  const csv = await readCsv(() => [new TextEncoder().encode(text)], 't.csv');
  return packCsv(csv, 't.csv', 'd', 'file');
}
const rows = (head: string, line: (i: number) => string, count = 30) =>
  `${head}\n${Array.from({ length: count }, (_, i) => line(i)).join('\n')}\n`;

test('a reference says what had to be said for the file', async () => {
  const text = 'a,b;c\n1,5;2\n2,5;3\n';
  const read = async (stated: Partial<CsvFormat>) =>
    packCsv(await readCsv(() => [new TextEncoder().encode(text)], 't.csv', stated), 't.csv', 'd', 'file', stated);
  const refOf = async (stated: Partial<CsvFormat>) => {
    const kept = await read(stated);
    return csvRef(kept, suggested(kept));
  };
  expect(await refOf({})).toMatchObject({ sep: ';', decimal: ',' });
  expect(await refOf({ sep: ',' })).toMatchObject({ sep: ',' });
  expect(await refOf({ sep: ';' })).toMatchObject({ sep: ';', decimal: ',' });
  expect(await refOf({ sep: ';', decimal: '.' })).toMatchObject({ sep: ';', decimal: '.' });
  expect(await refOf({ header: true })).toMatchObject({ header: true });
});

describe('what is suggested', () => {
  test.each([
    [
      'numbers, and words as classes',
      rows('a,b,kind', (i) => `${i % 7},${i % 5},${i % 2 ? 'x' : 'y'}`),
      ['a', 'b'],
      'kind',
    ],
    ['not what counts the rows, nor what is the same for all', rows('id,c,a', (i) => `${i},1,${i % 7}`), ['a'], null],
    ['whole numbers called target', rows('a,target', (i) => `${i % 7},${i % 3}`), ['a'], 'target'],
    [
      'the last of several that are called so',
      rows('type,a,class', (i) => `${i % 4},${i % 7},${i % 3}`),
      ['type', 'a'],
      'class',
    ],
    ['no column of names', rows('a,name', (i) => `${i % 7},n${i}`), ['a'], null],
    ['no measure for its name', rows('a,class_size', (i) => `${i % 7},${i * i}`), ['a', 'class_size'], null],
    ['what there is, if it only counts the rows', rows('id,t', (i) => `${i},x`), ['id'], null],
    ['nothing of words alone', rows('s,t', (i) => `${i % 2 ? 'x' : 'y'},z`), [], 's'],
    ['not a column that is mostly holes', rows('a,b', (i) => `${i % 7},${i < 4 ? i * i : ''}`), ['a'], null],
    ['not a column of numbers with a slip', rows('a,b', (i) => `${i % 7},${i === 9 ? 'oops' : i % 5}`), ['a'], null],
    ['a single row', 'a,b,kind\n1,2,x\n', ['a', 'b'], null],
  ])('%s', async (_, text, columns, target) => {
    expect(suggested(await file(text))).toEqual({ columns, target });
  });
});

test('rows that are whole are counted for any choice', async () => {
  const table = await file(rows('a,b,c', (i) => `${i % 3 ? i : ''},${i % 5 ? i : 'NA'},1`, 100));
  expect([['a'], ['b'], ['a', 'b'], ['c'], []].map((names) => wholeRows(table, names))).toEqual([66, 80, 53, 100, 100]);
  expect(problemOf(table, { columns: [], target: null })).toMatch(/at least one/);
  const never = await file('a,b\n1,\n,2\n');
  expect(problemOf(never, { columns: ['a', 'b'], target: null })).toMatch(/^Every row has a missing value/);
  expect(problemOf(never, { columns: ['a'], target: null })).toBeNull();
});

test('a reference says no more than it must', async () => {
  const plain = await file('a,b,kind\n1,2,x\n3,4,y\n');
  expect(csvRef(plain, { columns: ['a', 'b'], target: 'kind' })).toEqual({ csv: 't.csv', target: 'kind', digest: 'd' });
  expect(csvRef(plain, { columns: ['b'], target: null })).toEqual({ csv: 't.csv', columns: ['b'], digest: 'd' });
  const slip = await file('a,b\n1,2\n3,oops\n5,6\n');
  expect(csvRef(slip, { columns: ['a'], target: null })).toMatchObject({ columns: ['a'] });
  const holes = await file('1,5;2\n;4\n1,7;5\n');
  expect(csvRef(holes, { columns: ['0', '1'], target: null })).toEqual({
    csv: 't.csv',
    columns: ['0', '1'],
    sep: ';',
    decimal: ',',
    header: false,
    digest: 'd',
  });
});

test('a table starts with as many clusters as it has classes, scaled where ranges are far apart', async () => {
  const table = await file(rows('a,b,kind', (i) => `${i % 7},${i * 1000},${'xyz'[i % 3]}`));
  expect(isUneven(table, ['a', 'b'])).toBe(true);
  expect(isUneven(table, ['a'])).toBe(false);
  expect(isUneven(await file(rows('a,c', (i) => `${i % 7},1`)), ['a', 'c'])).toBe(false);
  const choice = suggested(table);
  const { dataset } = startRecipe();
  expect(csvStart(table, choice, dataset, 'KMeans')).toEqual({
    dataset,
    scaler: 'standard',
    algorithm: 'KMeans',
    params: { n_clusters: 3, random_state: 42 },
  });
  expect(csvStart(table, choice, dataset, 'DBSCAN').params).toEqual({});
});

test('of many images the first are enough to start with', () => {
  const start = (rows: number) => {
    const file = { rows, classes: [0, 1, 2] } as unknown as KeptIdx;
    return idxStart(file, { idx: ['images'] }, 'KMeans');
  };
  expect(start(10_000)).toEqual({
    dataset: { idx: ['images'] },
    scaler: 'unit',
    algorithm: 'KMeans',
    params: { n_clusters: 3, random_state: 42 },
  });
  expect(start(60_000).rows).toBe(10_000);
});
