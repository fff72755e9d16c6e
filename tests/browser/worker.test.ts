import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Recipe } from '../../src/engine/recipe.ts';
import { type Frame, RecipeError } from '../../src/engine/types.ts';
import type { Outcome } from '../../src/worker/api.ts';
import { type Client, type ClientOptions, createClient } from '../../src/worker/client.ts';
import { Cancelled, Superseded, WorkerLost } from '../../src/worker/errors.ts';

const LONG = { steps: 100_000, milliseconds: 1 };
const HANGS = { ending: 'hang' };
/** Longer than any machine is too busy to answer. */
const LONG_MS = 30_000;
const recipe = (params: Recipe['params'] = {}, dataset = 'fake'): Recipe => ({ dataset, algorithm: 'Fake', params });

let clients: Client[] = [];
let spawned: Worker[] = [];

function open(options: ClientOptions = {}): Client {
  const spawn = () => {
    const worker = new Worker(new URL('./fake-worker.ts', import.meta.url), { type: 'module' });
    spawned.push(worker);
    return worker;
  };
  const client = createClient({ spawn, ...options });
  clients.push(client);
  return client;
}

afterEach(() => {
  for (const client of clients) client.dispose();
  clients = [];
  spawned = [];
});

/** Starts a fit and waits for its first frame: from then on it is under way. */
async function begin(client: Client, params: Recipe['params'], signal?: AbortSignal) {
  let outcome: Promise<Outcome> | undefined;
  await new Promise<void>((resolve) => {
    outcome = client.run(recipe(params), { onFrame: () => resolve(), signal });
  });
  const settled = outcome!.then(
    () => null,
    (error: unknown) => error,
  );
  return { settled };
}

/** Starts a fit and waits until it hangs. */
async function beginToHang(client: Client, signal?: AbortSignal) {
  const channel = new BroadcastChannel('fake');
  const settled = client.run(recipe(HANGS), { signal }).catch((error: unknown) => error);
  await new Promise((resolve) => {
    channel.onmessage = resolve;
  });
  channel.close();
  return { settled };
}

describe('the newest wins', () => {
  test('of three runs at once the first goes on for its grace, the second is dropped, the third comes', async () => {
    const client = open({ patience: LONG_MS });
    const first = await begin(client, LONG);
    const second = client.run(recipe({ steps: 2 })).catch((error: unknown) => error);
    const third = client.run(recipe({ steps: 3 }), { onFrame: () => {} });
    expect(await second).toBeInstanceOf(Superseded);
    expect(await first.settled).toBeInstanceOf(Superseded);
    expect((await third).frames.map(({ step }) => step)).toEqual([0, 1, 2]);
    expect(spawned).toHaveLength(1);
  });

  test('a run that ends within its grace is not thrown away, or a fast slider would show nothing', async () => {
    const client = open({ grace: LONG_MS });
    await client.run(recipe());
    const first = client.run(recipe({ steps: 1, milliseconds: 4 }));
    const second = client.run(recipe());
    expect((await first).labels).toHaveLength(4);
    expect((await second).labels).toHaveLength(4);
  });
});

describe('cancel', () => {
  test('a fit in slices ends at once, and the same worker takes the next run', async () => {
    const client = open({ patience: LONG_MS });
    const controller = new AbortController();
    const { settled } = await begin(client, LONG, controller.signal);
    controller.abort(new Cancelled());
    expect(await settled).toBeInstanceOf(Cancelled);
    await client.run(recipe());
    // One that had not answered would have been replaced.
    expect(spawned).toHaveLength(1);
  });

  test('who waits for a worker that hangs hears at once; it is replaced after 100 ms, and said to be', async () => {
    const onReplaced = vi.fn();
    const client = open({ onReplaced });
    const controller = new AbortController();
    const { settled } = await beginToHang(client, controller.signal);
    const owed = client.project(recipe({}, 'never'), 'pca').catch((error: unknown) => error);
    controller.abort(new Cancelled());
    expect(await settled).toBeInstanceOf(Cancelled);
    expect(onReplaced).not.toHaveBeenCalled();
    expect(await owed).toBeInstanceOf(WorkerLost);
    expect(onReplaced).toHaveBeenCalledOnce();
    expect(onReplaced.mock.calls[0]![0].message).toMatch(/did not answer within 100 ms/);
    expect((await client.run(recipe())).nClusters).toBe(2);
    expect(spawned).toHaveLength(2);
  });

  test('a newer run is not held up by one that hangs', async () => {
    const client = open();
    const { settled } = await beginToHang(client);
    expect((await client.run(recipe())).nClusters).toBe(2);
    expect(await settled).toBeInstanceOf(Superseded);
  });

  test('data that never comes can be cancelled without losing the worker', async () => {
    const client = open({ patience: LONG_MS });
    await client.run(recipe());
    const controller = new AbortController();
    const waiting = client.run(recipe({}, 'never'), { signal: controller.signal, onData: () => {} });
    controller.abort(new Cancelled());
    await expect(waiting).rejects.toBeInstanceOf(Cancelled);
    await client.run(recipe());
    expect(spawned).toHaveLength(1);
  });

  test('a score ends at its next breath', async () => {
    const client = open({ patience: LONG_MS });
    const outcome = await client.run(recipe());
    const slow = { ...outcome, labels: new Int32Array([100_000]) };
    const controller = new AbortController();
    const score = client.score(slow, { signal: controller.signal });
    controller.abort(new Superseded());
    await expect(score).rejects.toBeInstanceOf(Superseded);
    const next = await client.score(outcome, { signal: new AbortController().signal });
    expect(next.silhouettes).toBeNull();
    expect(spawned).toHaveLength(2);
  });
});

describe('a worker that dies', () => {
  test('rejects all that it owed and is replaced', async () => {
    const onReplaced = vi.fn();
    const client = open({ onReplaced });
    await client.run(recipe());
    const dying = client.run(recipe({ ending: 'die' }));
    const owed = client.project(recipe({}, 'never'), 'pca');
    await expect(dying).rejects.toThrow(/the worker is dead/);
    await expect(dying).rejects.toBeInstanceOf(WorkerLost);
    await expect(owed).rejects.toBeInstanceOf(WorkerLost);
    expect(onReplaced).toHaveBeenCalledOnce();
    expect((await client.run(recipe())).nClusters).toBe(2);
  });

  test('one that cannot be loaded says so instead of waiting for ever', async () => {
    const address = URL.createObjectURL(new Blob());
    URL.revokeObjectURL(address);
    const client = open({ spawn: () => new Worker(address, { type: 'module' }) });
    await expect(client.run(recipe())).rejects.toThrow(/it could not be loaded/);
  });
});

describe('frames', () => {
  test('while the page has not taken the last one none are sent, and the timeline is whole all the same', async () => {
    const client = open();
    const taken: Frame[] = [];
    const outcome = await client.run(recipe({ steps: 1000, milliseconds: 0.2 }), {
      onFrame: (frame) => {
        taken.push(frame);
        return new Promise(() => {});
      },
    });
    expect(taken).toHaveLength(1);
    const steps = outcome.frames.map(({ step }) => step);
    expect(steps.length).toBeLessThanOrEqual(300);
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(999);
    expect(new Set(steps.slice(1, -1).map((step, i) => step - steps[i]!))).toEqual(new Set([4]));
    // Steps that nobody looks at cost no frame.
    expect(outcome.attributes.built).toBeLessThan(1000);
  });

  test('a page that takes them gets more than one, each newer than the last', async () => {
    const client = open({ patience: LONG_MS });
    const controller = new AbortController();
    const taken: number[] = [];
    const endless = client.run(recipe(LONG), {
      signal: controller.signal,
      onFrame({ step }) {
        taken.push(step);
        if (taken.length === 5) controller.abort(new Cancelled());
      },
    });
    await expect(endless).rejects.toBeInstanceOf(Cancelled);
    expect(taken.length).toBeGreaterThan(1);
    expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
  });

  test('a quick fit sends none on the way and has every step in its timeline', async () => {
    const client = open();
    await client.run(recipe());
    const onFrame = vi.fn();
    const { frames } = await client.run(recipe({ steps: 12, quick: 1 }), { onFrame });
    expect(onFrame).not.toHaveBeenCalled();
    expect(frames.map(({ step }) => step)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('no more than wanted come, the first and the last among them', async () => {
    const { frames } = await open().run(recipe({ steps: 1000 }), { onFrame: () => {}, maxFrames: 24 });
    expect(frames.length).toBeLessThanOrEqual(24);
    expect([frames[0]!.step, frames.at(-1)!.step]).toEqual([0, 999]);
  });

  test('without a listener no frame is built', async () => {
    const { frames, attributes } = await open().run(recipe({ steps: 12 }));
    expect(frames).toEqual([]);
    expect(attributes.built).toBe(0);
  });
});

describe('a fit that can be cut', () => {
  test('is kept: a recipe with the same key is cut from it, again and again, with frames of its own', async () => {
    const client = open();
    const fit = await client.run(recipe({ tree: 1, steps: 3 }), { onFrame: () => {} });
    expect(fit.attributes.cut).toBeUndefined();
    for (const steps of [4, 5]) {
      const cut = await client.run(recipe({ tree: 1, steps }), { onFrame: () => {} });
      expect(cut.attributes.cut).toBe(16);
      expect(cut.frames).toHaveLength(steps);
      expect([...cut.labels]).toEqual([0, 1, 1, -1]);
    }
  });

  test('outlives fits that cannot be cut, and gives way to one with another key', async () => {
    const client = open();
    await client.run(recipe({ tree: 1 }));
    await client.run(recipe());
    expect((await client.run(recipe({ tree: 1 }))).attributes.cut).toBe(16);
    expect((await client.run(recipe({ tree: 2 }))).attributes.cut).toBeUndefined();
    expect((await client.run(recipe({ tree: 1 }))).attributes.cut).toBeUndefined();
  });
});

describe('what crosses', () => {
  test('arrays are transferred, not copied', async () => {
    const client = open();
    const first = await client.run(recipe());
    expect([...first.labels]).toEqual([0, 1, 1, -1]);
    expect([first.nClusters, first.nNoise]).toEqual([2, 1]);
    const second = await client.run(recipe());
    expect(second.attributes.detached).toBe(0);
  });

  test('a table is prepared once for all runs on it, and comes before the outcome', async () => {
    const client = open();
    const order: string[] = [];
    await client.run(recipe(), { onData: ({ key }) => void order.push(key) }).then(() => order.push('outcome'));
    expect(order).toEqual([expect.stringContaining('"fake"'), 'outcome']);
    expect((await client.run(recipe({ steps: 3 }))).attributes.prepared).toBe(1);
    expect((await client.run(recipe({}, 'other'))).attributes.prepared).toBe(2);
  });

  test('a RecipeError keeps its field and its problem', async () => {
    const error = await open()
      .run(recipe({ ending: 'refuse' }))
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(RecipeError);
    expect(error).toMatchObject({ field: 'params.eps', problem: 'must be greater than 0' });
  });

  test('any other error keeps its message and does not end the worker', async () => {
    const client = open();
    await expect(client.run(recipe({ ending: 'break' }))).rejects.toThrow('a fault of ours');
    await client.run(recipe());
    expect(spawned).toHaveLength(1);
  });
});
