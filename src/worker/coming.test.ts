import { expect, test, vi } from 'vitest';
import type { OnProgress } from '../engine/datasets/sources.ts';
import { createWorkerApi, type Data, type Engine } from './serve.ts';

const recipe = { dataset: 'mnist_784', algorithm: 'KMeans', params: {} };

/** Loads whose bytes come when the test says so. */
function loads() {
  const begun: { tell: OnProgress; end(): void; fail(): void }[] = [];
  const prepare = vi.fn(
    (_: unknown, tell: OnProgress) =>
      new Promise<Data>((resolve, reject) => {
        begun.push({ tell, end: () => resolve({} as Data), fail: () => reject(new Error('cut off')) });
      }),
  );
  return { begun, prepare, api: createWorkerApi({ prepare, fitKey: () => null } as unknown as Engine) };
}

test('who asks for data that is on its way hears at once how much of it has come, and the load begins once', async () => {
  const { begun, prepare, api } = loads();
  const first = vi.fn();
  const answer = api.load(1, recipe, first);
  begun[0]!.tell(10, 100);
  expect(first).toHaveBeenLastCalledWith(10, 100);
  api.cancel(1);
  expect(await answer).toMatchObject({ ok: false });
  const second = vi.fn();
  void api.load(2, recipe, second);
  expect(second).toHaveBeenCalledExactlyOnceWith(10, 100);
  begun[0]!.tell(100, 100);
  expect(second).toHaveBeenLastCalledWith(100, 100);
  expect(first).toHaveBeenCalledTimes(1);
  expect(prepare).toHaveBeenCalledTimes(1);
});

test('a race that was cancelled is told no more, and its load goes on', async () => {
  const { begun, api } = loads();
  const told = vi.fn();
  const answer = api.race(1, recipe, () => {}, told, 10);
  begun[0]!.tell(10, 100);
  api.cancel(1);
  expect(await answer).toMatchObject({ ok: false });
  begun[0]!.tell(100, 100);
  expect(told).toHaveBeenCalledExactlyOnceWith(10, 100);
});

test('after a load that failed the next begins anew, from nothing', async () => {
  const { begun, prepare, api } = loads();
  const answer = api.load(1, recipe, () => {});
  begun[0]!.tell(10, 100);
  begun[0]!.fail();
  expect(await answer).toMatchObject({ ok: false });
  const told = vi.fn();
  void api.load(2, recipe, told);
  expect(prepare).toHaveBeenCalledTimes(2);
  expect(told).not.toHaveBeenCalled();
});
