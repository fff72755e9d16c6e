// What the bench drives in Chromium: the page's own client and workers, nothing drawn.
import type { Recipe } from '../../src/engine/recipe.ts';
import type { Outcome } from '../../src/worker/api.ts';
import { type Client, createClient } from '../../src/worker/client.ts';
import type { Seeded } from './seeding.ts';

type Params = Recipe['params'];
interface Timed {
  readonly seconds: number;
  readonly inertia?: number;
  readonly iterations?: number;
  readonly score?: number;
}

const recipeOf = (algorithm: string, params: Params, rows?: number): Recipe => ({
  dataset: 'mnist_784',
  scaler: 'unit',
  ...(rows && { rows }),
  algorithm,
  params,
});
const { signal } = new AbortController();
let client: Client = createClient();

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now();
  const value = await work();
  return [(performance.now() - started) / 1000, value];
}

const ofFit = ([seconds, { attributes }]: [number, Outcome]): Timed => ({
  seconds,
  inertia: attributes.inertia as number,
  iterations: attributes.n_iter as number,
});

/** Asked of the page, by name; all times are from the call to the answer, messages included. */
const asked = {
  /** New workers, with the digits loaded and nothing else done. */
  async fresh(): Promise<number> {
    client.dispose();
    client = createClient();
    const [seconds] = await timed(() => client.load(recipeOf('KMeans', {}), { signal }));
    return seconds;
  },
  fit: async (algorithm: string, params: Params) => ofFit(await timed(() => client.run(recipeOf(algorithm, params)))),
  /** The same with the timeline that the page asks for. */
  watched: async (algorithm: string, params: Params) =>
    ofFit(await timed(() => client.run(recipeOf(algorithm, params), { onFrame: nextFrame }))),
  async project(): Promise<Timed> {
    const [seconds, { explained }] = await timed(() => client.project(recipeOf('KMeans', {}), 'pca'));
    return { seconds, score: explained[0]! };
  },
  /** Of K-Means with seed 42 on the first 10,000 digits; all ten scores, the silhouette among them. */
  async score(): Promise<Timed> {
    const outcome = await client.run(recipeOf('KMeans', { n_clusters: 10, random_state: 42 }, 10_000));
    // The worker of the scores loads the digits when it is first asked.
    await client.score(outcome, { signal });
    const [seconds, { metrics }] = await timed(() => client.score(outcome, { signal }));
    return { seconds, score: metrics.silhouette_score! };
  },
  seed: (k: number) => seeded(k),
  /** The rows that K-Means starts from. */
  async start(k: number): Promise<number[]> {
    const recipe = recipeOf('KMeans', { n_clusters: k, random_state: 42, max_iter: 1 });
    const { frames } = await client.run(recipe, { onFrame: nextFrame, maxFrames: 2 });
    return [...(frames[0]!.extra.seeds as Int32Array)];
  },
};

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

const seeding = new Worker(new URL('./seeding.ts', import.meta.url), { type: 'module' });
function seeded(k: number): Promise<Seeded> {
  return new Promise((resolve, reject) => {
    seeding.onmessage = ({ data }) => resolve(data);
    seeding.onerror = ({ message }) => reject(new Error(message));
    seeding.postMessage(k);
  });
}

Object.assign(globalThis, { asked });
