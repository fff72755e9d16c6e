import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPixels } from '../../src/engine/pixels.ts';
import type { Recipe } from '../../src/engine/recipe.ts';
import type { Loaded } from '../../src/worker/api.ts';
import { createClient } from '../../src/worker/client.ts';

const client = createClient();
afterAll(() => client.dispose());

const digits: Recipe = {
  dataset: 'mnist_784',
  rows: 10_000,
  scaler: 'unit',
  algorithm: 'KMeans',
  params: { n_clusters: 10, random_state: 42 },
};
const signal = new AbortController().signal;

/** `toEqual` takes seconds for a million bytes. */
function same(a: ArrayBuffer, b: ArrayBuffer): boolean {
  const other = new Uint8Array(b);
  return a.byteLength === b.byteLength && new Uint8Array(a).every((byte, i) => byte === other[i]);
}

beforeAll(() => caches.delete('clusterscope-data-1'));

test('the first 10,000 digits, fetched, clustered, scored and projected in the worker', async () => {
  const told: [number, number][] = [];
  const came: Loaded[] = [];
  const outcome = await client.run(digits, {
    onProgress: (loaded, total) => void told.push([loaded, total]),
    onData: (data) => void came.push(data),
    onFrame: () => {},
  });
  expect(outcome.attributes.inertia as number).toBeCloseTo(392844.78309947404, 6);
  expect(outcome.attributes.n_iter).toBe(28);
  expect(outcome.frames.at(-1)!.labels).toEqual(outcome.labels);
  expect(outcome.frames.at(-1)!.score).toBeCloseTo(392844.78309947404, 6);

  const { X, table } = came[0]!;
  expect(isPixels(X) && isPixels(table.X)).toBe(true);
  expect([X.rows, X.cols, table.y!.length, table.y![0]]).toEqual([10_000, 784, 10_000, 5]);
  // It comes by a way of its own, perhaps after the outcome.
  const isAll = () => told.at(-1)?.[0] === told.at(-1)?.[1];
  await expect.poll(() => told.length > 0 && isAll()).toBe(true);
  const [, total] = told.at(-1)!;
  // One chunk, packed.
  expect(total).toBeGreaterThan(1_000_000);
  expect(total).toBeLessThan(2_000_000);

  const { metrics } = await client.score(outcome, { signal });
  expect(metrics.silhouette_score).toBeCloseTo(0.0681984541942097, 9);
  const { coords, explained } = await client.project(digits, 'pca');
  expect([coords.rows, coords.cols]).toEqual([10_000, 2]);
  expect(explained[0]!).toBeGreaterThan(explained[1]!);
});

test('the browser keeps what it fetched', async () => {
  const kept = await caches.open('clusterscope-data-1');
  const names = (await kept.keys()).map(({ url }) => new URL(url).pathname);
  expect(names.filter((name) => /^\/data\/mnist_784\/0-[0-9a-f]{12}\.bin$/.test(name))).toHaveLength(1);
  // What is broken or cut off is fetched anew.
  const chunk = (await kept.keys()).find(({ url }) => url.endsWith('.bin'))!;
  const packed = await (await kept.match(chunk))!.arrayBuffer();
  for (const bad of [new Uint8Array(packed.byteLength), new Uint8Array(10)]) {
    await kept.put(chunk, new Response(bad));
    const other = createClient();
    const { labels } = await other.run({ ...digits, rows: 100 }, { onData: () => {} });
    expect(labels).toHaveLength(100);
    other.dispose();
    expect(same(await (await kept.match(chunk))!.arrayBuffer(), packed)).toBe(true);
  }
});
