import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { CsvRef, IdxRef } from '../../src/engine/dataset-ref.ts';
import type { Recipe } from '../../src/engine/recipe.ts';
import type { Loaded } from '../../src/worker/api.ts';
import { createClient } from '../../src/worker/client.ts';
import type { KeptFile } from '../../src/worker/files/kept.ts';
import { readCsvFile, readFiles, readPoints } from '../../src/worker/files/read.ts';
import { openFiles } from '../../src/worker/files/registry.ts';
import { forgetStored, storedFile, storedFiles, storeFile } from '../../src/worker/files/store.ts';
import { createMany } from '../../src/worker/many.ts';
import { idxFile } from '../support/idx.ts';

const signal = new AbortController().signal;
const csv = (text: string, name = 'flowers.csv') => readCsvFile(new Blob([text]), name, 'file', {}, { signal });
const client = () => {
  const made = createClient();
  onTestFinished(() => made.dispose());
  return made;
};
const recipeOf = (dataset: CsvRef | IdxRef): Recipe => ({
  dataset,
  algorithm: 'KMeans',
  params: { n_clusters: 2, random_state: 0 },
});

async function loaded(recipe: Recipe): Promise<Loaded> {
  return client().load(recipe, { signal });
}

let added: string[] = [];
const open = (file: KeptFile) => {
  added.push(file.digest);
  openFiles.add(file);
};
afterEach(async () => {
  for (const digest of added) {
    openFiles.remove(digest);
    await forgetStored(digest);
  }
  added = [];
});

const flowers = 'a;b;kind\n1,5;2;x\n1,5;3;x\n;9;y\n8,5;9;y\n9;8;y\n';

describe('a CSV file', () => {
  test('is read in a worker, and known by every other', async () => {
    const file = await csv(flowers);
    expect(file).toMatchObject({ rows: 5, format: { sep: ';', decimal: ',', header: true }, name: 'flowers.csv' });
    expect(file.columns.map(({ name, kind, missing }) => [name, kind, missing])).toEqual([
      ['a', 'number', 1],
      ['b', 'number', 0],
      ['kind', 'text', 0],
    ]);
    expect([...file.columns[0]!.holes!]).toEqual([0b100]);
    open(file);
    const recipe = recipeOf({ csv: file.name, digest: file.digest, target: 'kind' });
    const outcome = await client().run(recipe, { onFrame: () => {} });
    expect(outcome.labels).toHaveLength(4);
    const many = createMany({ size: 2 });
    onTestFinished(() => many.dispose());
    const { scores } = await many.run(recipe, { signal });
    expect(scores.metrics.adjusted_rand_score).toBe(1);
    const data = await loaded({ ...recipe, features: ['b'] });
    expect(data).toMatchObject({ columns: [1], table: { classNames: ['x', 'y'], featureNames: ['a', 'b'] } });
    expect([...data.table.X.data]).toEqual([1.5, 2, 1.5, 3, 8.5, 9, 9, 8]);
  });

  test('that has not been opened is told by its name, and one that this browser keeps is found', async () => {
    const file = await csv(flowers);
    const recipe = recipeOf({ csv: file.name, digest: file.digest });
    await expect(loaded(recipe)).rejects.toThrow('dataset.csv: flowers.csv is not open here');
    added.push(file.digest);
    await storeFile(file);
    expect((await loaded(recipe)).table.X.rows).toBe(4);
    expect((await loaded(recipeOf({ csv: file.name }))).table.X.rows).toBe(4);
  });

  test('gives its rows to a recipe that holds them itself', async () => {
    const file = await csv(flowers);
    expect(await readPoints(file, { csv: file.name, target: 'kind', columns: ['b'] })).toEqual({
      X: [[2], [3], [9], [9], [8]],
      y: ['x', 'x', 'y', 'y', 'y'],
      feature_names: ['b'],
    });
  });

  test('that cannot be read is told by line and column', async () => {
    await expect(csv('a,b\n1,2\n3\n')).rejects.toMatchObject({
      field: 'dataset.csv',
      problem: 'flowers.csv, line 3: 1 column where the header has 2',
    });
  });
});

describe('200,000 rows', () => {
  const ROWS = 200_000;
  const line = (i: number) => `${i % 977},${(i * 7919) % 104729},${(i % 13) / 10},${i % 3 ? 'x' : 'y'},${i}`;
  const large = new Blob([['a,b,c,kind,id', ...Array.from({ length: ROWS }, (_, i) => line(i))].join('\n')]);

  test('are read with progress, and clustered', async () => {
    const told: number[] = [];
    const file = await readCsvFile(
      large,
      'large.csv',
      'file',
      {},
      {
        signal,
        onProgress: (loaded, total) => told.push(loaded / total),
      },
    );
    open(file);
    const recipe = { ...recipeOf({ csv: 'large.csv', digest: file.digest, target: 'kind' }), features: ['a', 'c'] };
    const outcome = await client().run(recipe, { onData: () => {}, onFrame: () => {} });
    expect(outcome.labels).toHaveLength(ROWS);
    expect(file.columns.map(({ kind }) => kind)).toEqual(['number', 'number', 'number', 'text', 'id']);
    await expect.poll(() => told.at(-1)).toBe(1);
    expect(told.length).toBeGreaterThan(3);
  });

  test('can be given up', async () => {
    const controller = new AbortController();
    const reading = readCsvFile(
      large,
      'large.csv',
      'file',
      {},
      {
        signal: controller.signal,
        onProgress: () => controller.abort(new Error('given up')),
      },
    );
    await expect(reading).rejects.toThrow('given up');
  });
});

describe('IDX files', () => {
  const pixels = Uint8Array.from({ length: 6 * 6 }, (_, i) => (i < 18 ? i : 255 - i));
  const images = new File([idxFile([6, 2, 3], pixels)], 'images');
  const labels = new File([idxFile([6], [4, 4, 4, 9, 9, 9])], 'labels');

  test('in any order, with labels and on their sides', async () => {
    const file = await readFiles([labels, images], { signal });
    if (file.kind !== 'idx') throw new Error('not images');
    expect(file).toMatchObject({
      images: ['images'],
      labels: ['labels'],
      rows: 6,
      width: 3,
      height: 2,
      classes: [4, 9],
    });
    open(file);
    const ref: IdxRef = { idx: file.images, labels: file.labels!, digest: file.digest, transposed: true };
    const { table, X } = await loaded({ ...recipeOf(ref), scaler: 'unit' });
    expect([table.image, table.classNames, [...table.y!]]).toEqual([
      { width: 2, height: 3 },
      ['4', '9'],
      [0, 0, 0, 1, 1, 1],
    ]);
    expect([...table.X.data.slice(0, 6)]).toEqual([0, 3, 1, 4, 2, 5]);
    expect(X.data[1]).toBe(3 / 255);
  });

  test('packed by gzip, alone', async () => {
    const packed = await new Response(images.stream().pipeThrough(new CompressionStream('gzip'))).blob();
    const file = await readFiles([new File([packed], 'images.gz')], { signal });
    expect(file).toMatchObject({ kind: 'idx', images: ['images.gz'], labels: null, rows: 6 });
  });

  test('that do not go together, or are cut off, are told by name', async () => {
    const short = new File([idxFile([2], [1, 2])], 'short');
    await expect(readFiles([images, short], { signal })).rejects.toThrow('images: there are 2 labels for 6 images');
    await expect(readFiles([labels], { signal }).catch((error) => error.message)).resolves.toMatch(
      /labels holds labels/,
    );
    const cut = new File([idxFile([6, 2, 3], pixels).subarray(0, 30)], 'cut');
    await expect(readFiles([cut], { signal })).rejects.toThrow(
      'cut is cut off: 30 bytes where its head (6 × 2 × 3) says 52',
    );
  });
});

test('this browser keeps a few files, and lets go of the oldest', async () => {
  for (let i = 0; i < 10; i++) {
    const file = await csv(`a,b\n${i},1\n2,${i}\n`, `${i}.csv`);
    added.push(file.digest);
    await storeFile(file, i);
  }
  const names = (await storedFiles()).map((file) => (file.kind === 'csv' ? file.name : ''));
  expect(names).toEqual(['9.csv', '8.csv', '7.csv', '6.csv', '5.csv', '4.csv', '3.csv', '2.csv']);
  expect(await storedFile(added[0]!)).toBeNull();
});
