import { expect, test } from 'vitest';
import { runCommand } from '../support/command.ts';
import { folderWith } from '../support/folder.ts';

const recipe = { dataset: 'iris', algorithm: 'KMeans', params: { n_clusters: 2, random_state: 0 } };
const nClusters = (lines: string[]) => lines.map((line) => JSON.parse(line).n_clusters ?? JSON.parse(line).error);

test('a file holds one recipe over many lines, or one a line; several files are run in order', async () => {
  const path = folderWith({
    'pretty.json': JSON.stringify(recipe, null, 2),
    'lines.jsonl': `${JSON.stringify(recipe)}\r\n\r\nnonsense\n${JSON.stringify({ ...recipe, rows: 0 })}`,
    'empty.json': '\n',
    'broken.json': '{\n  "dataset": "iris",\n  "algorithm" "KMeans"\n}\n',
  });
  const files = ['pretty.json', 'lines.jsonl', 'none.json', 'empty.json', 'broken.json'].map(path);
  const { status, lines, errors } = await runCommand(files);
  expect([status, errors]).toEqual([1, '']);
  expect(nClusters(lines)).toEqual([
    2,
    2,
    expect.stringContaining(`${path('lines.jsonl')}: line 3: not JSON: `),
    'rows: must be at least 1',
    expect.stringContaining(`${path('none.json')}: cannot be read: ENOENT`),
    `${path('empty.json')}: is empty`,
    expect.stringContaining(`${path('broken.json')}: not JSON: `),
  ]);
});

test('paths are those of the folder in which npm was called, and standard input named twice is read once', async () => {
  const path = folderWith({ 'one.json': JSON.stringify(recipe), 'table.csv': 'a\n1\n2\n' });
  const line = JSON.stringify({ ...recipe, dataset: { csv: 'table.csv' } });
  const npm = { npm_lifecycle_event: 'cluster', INIT_CWD: path('.') };
  const { status, lines, errors } = await runCommand(['one.json', '-', '-'], line, npm);
  expect([status, errors]).toEqual([0, '']);
  expect(nClusters(lines)).toEqual([2, 2]);
});
