import { expect, test } from 'vitest';
import { METRIC_NAMES } from '../../src/engine/metrics/specs.ts';
import { runCommand, startCommand } from '../support/command.ts';

const iris = '{"dataset":"iris","algorithm":"KMeans","params":{"n_clusters":3,"n_init":10,"random_state":42}}';
const bad = '{"dataset":"iris","algorithm":"KMeans","params":{"n_clusters":0}}';

test('each line is answered before the next one is written', async () => {
  const command = startCommand('-');
  command.say(iris);
  const first = JSON.parse(await command.hear());
  expect(first.inertia).toBe(78.851441426146);
  command.say('');
  command.say(bad);
  expect(JSON.parse(await command.hear())).toEqual({ error: 'params.n_clusters: must be at least 1' });
  command.say('{"dataset": "iris"');
  expect(JSON.parse(await command.hear()).error).toMatch(/^line 4: not JSON: /);
  command.say(iris.replace('42}', '42},"return":["y"]'));
  expect(JSON.parse(await command.hear()).y.length).toBe(150);
  command.end();
  expect(await command.done).toEqual({ status: 1, lines: [], errors: '' });
});

test('the first example of the documentation gives scikit-learn’s figures', async () => {
  const { status, lines, errors } = await runCommand(['-'], iris);
  expect([status, lines.length, errors]).toEqual([0, 1, '']);
  const result = JSON.parse(lines[0]!);
  expect(new Set(Object.keys(result))).toEqual(
    new Set('labels n_clusters n_noise n_iter inertia cluster_centers metrics seconds'.split(' ')),
  );
  expect(result.labels.length).toBe(150);
  expect(result.labels.slice(0, 50)).toEqual(Array(50).fill(1));
  expect([result.n_clusters, result.n_noise, result.cluster_centers.length]).toEqual([3, 0, 3]);
  expect(Object.keys(result.metrics)).toEqual([...METRIC_NAMES]);
  expect(result.metrics.silhouette_score).toBeCloseTo(0.55281901235641, 12);
  expect(result.seconds).toBeGreaterThan(0);
});

test('many lines keep their order', async () => {
  const ks = [2, 5, 3, 9, 4];
  const command = startCommand('-');
  for (const k of ks) command.say(iris.replace('"n_clusters":3', `"n_clusters":${k}`));
  command.end();
  const { lines, status } = await command.done;
  expect(status).toBe(0);
  expect(lines.map((line) => JSON.parse(line).n_clusters)).toEqual(ks);
});

test('a reader that hangs up ends the command without a word', async () => {
  const command = startCommand('-');
  command.say(iris);
  await command.hear();
  command.hangUp();
  command.say(iris);
  const { errors } = await command.done;
  expect(errors).toBe('');
});

test('no argument or a wrong one: the usage, on standard error', async () => {
  for (const args of [[], ['--verbose']]) {
    const { status, lines, errors } = await runCommand(args);
    expect([status, lines]).toEqual([2, []]);
    expect(errors).toContain('Usage: npm run -s cluster');
  }
  const help = await runCommand(['--help']);
  expect([help.status, help.errors]).toEqual([0, '']);
  expect(help.lines[0]).toContain('Usage: npm run -s cluster');
});
