import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { METRIC_NAMES } from '../src/engine/metrics/specs.ts';
import { folderWith } from '../tests/support/folder.ts';
import { idxFile } from '../tests/support/idx.ts';
import { answer, answerText } from './answer.ts';

const ask = async (request: unknown) => JSON.parse((await answer(request)).line);
const kmeans = { algorithm: 'KMeans', params: { n_clusters: 2, random_state: 0 } };

test('return adds the points as they were clustered, and the classes as they were given', async () => {
  const dataset = {
    X: [
      [0, 9],
      [10, 9],
      [5, 9],
    ],
    y: ['b', 'a', 'b'],
  };
  const result = await ask({ dataset, features: [0], scaler: 'minmax', rows: 2, ...kmeans, return: ['X', 'y'] });
  expect(result.X).toEqual([[0], [1]]);
  expect(result.y).toEqual(['b', 'a']);
  expect(result.labels.length).toBe(2);
});

test('scores alone', async () => {
  const labels_true = ['a', 'a', 'b', 'b'];
  const X = [
    [0, 0],
    [0, 1],
    [5, 5],
    [5, 6],
  ];
  const all = await ask({ labels_true, labels_pred: [1, 1, 0, 0], X });
  expect(Object.keys(all.metrics)).toEqual([...METRIC_NAMES]);
  expect(all.metrics.adjusted_rand_score).toBe(1);
  expect(all.metrics.silhouette_score).toBeGreaterThan(0.8);
  const external = await ask({ labels_true, labels_pred: ['x', 'x', 'y', 'y'] });
  expect(external.metrics.v_measure_score).toBeCloseTo(1, 12);
  expect(external.metrics.silhouette_score).toBe(null);
  const internal = await ask({ labels_pred: [-1, -1, 7, 7], X });
  expect(internal.metrics.v_measure_score).toBe(null);
  expect(internal.metrics.silhouette_score).toBe(all.metrics.silhouette_score);
  expect((await ask({ labels_pred: [3, 3, 3, 3], X })).metrics.silhouette_score).toBe(null);
});

test.each<[unknown, string]>([
  [{ labels_true: [1] }, 'labels_pred: is missing'],
  [{ labels_pred: 3 }, 'labels_pred: must be a list'],
  [{ labels_pred: [] }, 'labels_pred: must not be empty'],
  [{ labels_pred: [0, true] }, 'labels_pred[1]: must be a finite number or a string'],
  [{ labels_pred: [0, null] }, 'labels_pred[1]: must be a finite number or a string'],
  [{ labels_true: [0], labels_pred: [0, 1] }, 'labels_true: has 1 rows, but labels_pred has 2'],
  [{ X: [[1]], labels_pred: [0, 1] }, 'X: has 1 rows, but labels_pred has 2'],
  [{ X: [[1], [1, 2]], labels_pred: [0, 1] }, 'X[1]: must have 1 number'],
  [{ labels_pred: [0, 1], labels_tru: [0, 1] }, 'labels_tru: unknown key; did you mean labels_true?'],
  [{ dataset: { X: [[1], [2]] }, ...kmeans, params: { n_clusters: 3 } }, 'params.n_clusters: '],
  [{ dataset: { csv: '/nowhere.csv' }, ...kmeans }, 'dataset.csv: /nowhere.csv cannot be read: ENOENT'],
  [7, 'recipe: must be an object, not 7'],
])('%j is refused', async (request, message) => {
  const { failed, line } = await answer(request);
  expect(failed).toBe(true);
  expect(JSON.parse(line).error).toContain(message);
});

test('labels may be any numbers, and numbers beside texts are texts, as in numpy', async () => {
  const { metrics } = await ask({ labels_true: [0.5, 0.5, -1.5], labels_pred: [1, '1', 'x'] });
  expect(metrics.adjusted_rand_score).toBe(1);
});

test.each([
  ['{"dataset": {"X": [[1, NaN]]}, "algorithm": "KMeans"}', 'dataset.X[0][1]: must be a finite number'],
  ['{"dataset": {"X": [[-Infinity]]}, "algorithm": "KMeans"}', 'dataset.X[0][0]: must be a finite number'],
  ['{"dataset": "iris", "algorithm": "KMeans", "params": {"tol": NaN}}', 'params.tol: must be a number, not NaN'],
  ['{"dataset": "a \\"NaN", "algorithm": "KMeans", "params": {"tol": NaN}}', 'dataset: must be one of '],
  ['{"labels_pred": [0, NaN]}', 'labels_pred[1]: must be a finite number or a string'],
  ['{"dataset": {"X": [[NaN]]', 'line 7: not JSON: '],
  ['{"dataset": {"X": [[nan]]}}', 'line 7: not JSON: '],
])('%s is refused, the field named', async (text, message) => {
  const { failed, line } = await answerText(text, 'line 7');
  expect(failed).toBe(true);
  expect(JSON.parse(line).error.slice(0, message.length)).toBe(message);
});

const flowers = `\uFEFFlength;width;colour;species
1.5;2;red;setosa
"2,5";1;red;virginica
`.replace('"2,5"', '2.5');

test('a CSV file: numbers are features, the target is encoded, the rest is left out and said so', async () => {
  const path = folderWith({ 'flowers.csv': flowers });
  const dataset = { csv: path('flowers.csv'), target: 'species' };
  const result = await ask({ dataset, features: ['width', 0], ...kmeans, return: ['X', 'y'] });
  expect(result.X).toEqual([
    [2, 1.5],
    [1, 2.5],
  ]);
  expect(result.y).toEqual(['setosa', 'virginica']);
  expect(result.metrics.adjusted_rand_score).toBe(1);
  expect(result.warnings).toEqual(['Columns without numbers were left out: colour.']);
});

test('rows with a hole in what is clustered are left out and counted', async () => {
  const path = folderWith({ 'holes.csv': 'a,b,c\n1,1,#N/A\n2,NA,0\n3,3,0\n4,4,1\n\n5,5,?\n' });
  const result = await ask({ dataset: { csv: path('holes.csv') }, features: ['a', 'b'], ...kmeans, return: ['X'] });
  expect(result.X).toEqual([
    [1, 1],
    [3, 3],
    [4, 4],
    [5, 5],
  ]);
  expect(result.rows_left_out).toEqual([1]);
  expect(result.warnings).toEqual(['1 row with a missing value was left out.']);
});

test('rows without a label are left out', async () => {
  const path = folderWith({ 'labels.csv': 'a,t\n1,x\n2,\n3,y\n4,NA\n' });
  const result = await ask({ dataset: { csv: path('labels.csv'), target: 't' }, ...kmeans, return: ['X', 'y'] });
  expect([result.X, result.y, result.rows_left_out]).toEqual([
    [[1], [3]],
    ['x', 'y'],
    [1, 3],
  ]);
});

test('a column is one of numbers if half of what is there are numbers: the others are slips', async () => {
  const path = folderWith({ 'half.csv': 'a,b\n1,1\n2,x\n3,\n', 'less.csv': 'a,b\n1,1\n2,x\n3,y\n' });
  expect((await ask({ dataset: { csv: path('half.csv') }, ...kmeans })).error).toContain(
    'column "b": "x" is not a number',
  );
  expect((await ask({ dataset: { csv: path('less.csv') }, ...kmeans })).warnings).toEqual([
    'Columns without numbers were left out: b.',
  ]);
});

test('a target of numbers is one of numbers, whole or not', async () => {
  const path = folderWith({ 'real.csv': 'a,t\n1,1.5\n2,1.50\n3,-2\n' });
  const result = await ask({ dataset: { csv: path('real.csv'), target: 't' }, ...kmeans, return: ['y'] });
  expect(result.y).toEqual([1.5, 1.5, -2]);
});

test('numbers without a header are columns 0, 1, 2, …', async () => {
  const path = folderWith({ 'bare.csv': '1,2,0\n3,4,1\n' });
  const result = await ask({ dataset: { csv: path('bare.csv'), target: '2' }, ...kmeans, return: ['X', 'y'] });
  expect([result.X, result.y]).toEqual([
    [
      [1, 2],
      [3, 4],
    ],
    [0, 1],
  ]);
});

test.each([
  ['', 'is empty'],
  ['a,b\n', 'has no rows'],
  ['a,b\n1,2\n3\n', 'line 3: 1 column where the header has 2'],
  ['a,b\n1,2\n\n"x\ny",4\n5,6\n7,8\n', 'line 4, column "a": "x\ny" is not a number'],
  ['a,b\n1,2\n3,Infinity\n4,5\n', 'line 3, column "b": "Infinity" is not a number'],
  ['a,b\nx,y\n', 'has no column of numbers'],
  ['a,b\n1,\n,2\n', 'has no row without a missing value'],
  ['a,b\n1,"2\n', 'line 2, column "b": a quoted cell does not end'],
])('%j is refused, the place named', async (text, message) => {
  const path = folderWith({ 'bad.csv': text });
  const { error } = await ask({ dataset: { csv: path('bad.csv') }, ...kmeans });
  expect(error).toContain(`dataset.csv: ${path('bad.csv')}`);
  expect(error).toContain(message);
});

test('the columns that make the table say which rows are left out', async () => {
  const path = folderWith({ 'holes.csv': 'a,b,c\n1,1,\n2,,0\n3,3,0\n4,4,1\n' });
  const dataset = { csv: path('holes.csv'), columns: ['c', 'a'] };
  const result = await ask({ dataset, features: ['a'], ...kmeans, return: ['X'] });
  expect([result.X, result.rows_left_out]).toEqual([[[2], [3], [4]], [0]]);
  expect((await ask({ dataset, ...kmeans, return: ['X'] })).X).toEqual([
    [0, 2],
    [0, 3],
    [1, 4],
  ]);
});

test('decimal commas, and a file that is another than that of the recipe', async () => {
  const path = folderWith({ 'german.csv': 'a;b\n1,5;2\n2,5;3\n' });
  const dataset = { csv: path('german.csv'), digest: 'another' };
  const result = await ask({ dataset, ...kmeans, return: ['X'] });
  expect(result.X).toEqual([
    [1.5, 2],
    [2.5, 3],
  ]);
  expect(result.warnings).toEqual([`${path('german.csv')} is not the file that the recipe was made with.`]);
});

test('IDX files of images, with and without labels, upright and on their sides', async () => {
  const path = folderWith({
    images: idxFile([2, 1, 3], [0, 128, 255, 1, 2, 3]),
    labels: idxFile([2], [7, 1]),
    more: gzipSync(idxFile([2, 1, 3], [0, 128, 255, 1, 2, 3])),
    moreLabels: idxFile([2], [7, 1]),
  });
  const dataset = { idx: [path('images'), path('more')], labels: [path('labels'), path('moreLabels')] };
  const upright = await ask({ dataset, ...kmeans, return: ['X', 'y'] });
  expect(upright.X).toEqual([
    [0, 128, 255],
    [1, 2, 3],
    [0, 128, 255],
    [1, 2, 3],
  ]);
  expect(upright.metrics.v_measure_score).toBe(1);
  const { labels: _, ...bare } = dataset;
  const result = await ask({ dataset: { ...bare, transposed: true }, scaler: 'unit', ...kmeans, return: ['X', 'y'] });
  expect([result.X[0], result.y]).toEqual([[0, 128 / 255, 1], null]);
  expect((await ask({ dataset: { idx: [path('labels')] }, ...kmeans })).error).toMatch(
    /^dataset: .*labels: images have/,
  );
  expect((await ask({ dataset: { idx: ['/nowhere'] }, ...kmeans })).error).toMatch(
    /^dataset\.idx: \/nowhere cannot be/,
  );
});

test('an unknown target or feature of a file is told what there is', async () => {
  const path = folderWith({ 'flowers.csv': flowers });
  const csv = path('flowers.csv');
  expect((await ask({ dataset: { csv, target: 'specie' }, ...kmeans })).error).toMatch(
    /^dataset.target: unknown "specie"; .* has the columns length, width, colour, species; did you mean species\?$/,
  );
  expect((await ask({ dataset: { csv }, features: ['colour'], ...kmeans })).error).toMatch(
    /^features\[0\]: unknown "colour"; the columns are length, width/,
  );
});

test('images come from the package, as many rows as are asked for', async () => {
  const digits = { dataset: 'mnist_784', scaler: 'unit', features: ['pixel408', 'pixel401'], return: ['X', 'y'] };
  const few = await ask({ ...digits, rows: 3, ...kmeans });
  expect(few.X[0]).toEqual([253 / 255, 0]);
  expect(few.X).toHaveLength(3);
  expect(few.y).toEqual([5, 0, 4]);
  expect(few.metrics.v_measure_score).toBeGreaterThan(0);
  expect(await ask({ ...digits, rows: 70_001, ...kmeans })).toEqual({
    error: 'rows: must be at most 70000, all that there are',
  });
  const all = { dataset: 'mnist_784', algorithm: 'DBSCAN', params: {} };
  expect((await ask(all)).error).toMatch(/^rows: must be at most 25510 here; more images are for KMeans/);
});
