import { afterAll, expect, test } from 'vitest';
import { pixels } from '../../src/engine/pixels.ts';
import { createClient } from '../../src/worker/client.ts';
import { HelpersLost } from '../../src/worker/errors.ts';
import { Crew } from '../../src/worker/helpers.ts';
import cases from '../reference/cases/mnist.json';

const client = createClient();
afterAll(() => client.dispose());

const X = pixels(new Uint8Array(12).fill(7), 4, 3);

test('a helper keeps rows and answers for them', async () => {
  const crew = new Crew(1);
  const ask = crew.hold(0, X, 1, 4);
  expect(await ask('norm', [])).toBe(9 * 49);
  expect(await ask('columns', [])).toEqual(new Float64Array(3).fill(21));
  // Answers are copies: what comes later does not change them.
  const first = (await ask('assign', [new Float64Array([0, 0, 0, 7, 7, 7]), true])) as { labels: Int32Array };
  expect([...first.labels]).toEqual([1, 1, 1]);
  await ask('assign', [new Float64Array([7, 7, 7, 0, 0, 0]), false]);
  expect([...first.labels]).toEqual([1, 1, 1]);
  crew.dispose();
});

test('helpers that cannot be had are given up', async () => {
  const address = URL.createObjectURL(new Blob(['throw new Error("no memory")']));
  const crew = new Crew(2, () => new Worker(address));
  const ask = crew.hold(0, X, 0, 4);
  await expect(ask('norm', [])).rejects.toBeInstanceOf(HelpersLost);
  expect(crew.count).toBe(0);
});

test('all 70,000 digits, shared among workers, are clustered as scikit-learn clusters them', async () => {
  const wanted = cases.find(({ name }) => name === 'KMeans k=10, all 70,000')!;
  const params = { n_clusters: 10, random_state: 42 };
  const recipe = { dataset: 'mnist_784', scaler: 'unit', algorithm: 'KMeans', params } as const;
  const { labels, attributes } = await client.run(recipe);
  expect([attributes.n_iter, (attributes.inertia as number).toFixed(6)]).toEqual([134, '2744551.820823']);
  const digest = await crypto.subtle.digest('SHA-256', Float64Array.from(labels));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  expect(hex).toBe(wanted.labels!.sha256);
});
