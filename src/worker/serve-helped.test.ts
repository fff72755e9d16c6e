import { expect, test, vi } from 'vitest';
import type { Fitted } from '../engine/types.ts';
import { HelpersLost } from './errors.ts';
import { createWorkerApi, type Engine } from './serve.ts';

const fitted: Fitted = { labels: new Int32Array([0, 1]), attributes: {}, warnings: [] };
const recipe = { dataset: 'iris', algorithm: 'KMeans', params: {} };

function apiOf(helpedSteps: Engine['helpedSteps']) {
  const fitSteps = vi.fn();
  const engine = { prepare: async () => ({}), fitKey: () => null, fitSteps, helpedSteps } as unknown as Engine;
  return { api: createWorkerApi(engine), fitSteps };
}

test('a fit waits for the promises that it yields, and takes nothing from them', async () => {
  const waited: string[] = [];
  const { api } = apiOf(async () =>
    (function* () {
      yield Promise.resolve().then(() => void waited.push('kept'));
      waited.push('went on');
      return fitted;
    })(),
  );
  expect(await api.run(1, recipe, null, 0)).toMatchObject({ ok: true, value: { nClusters: 2, frames: [] } });
  expect(waited).toEqual(['kept', 'went on']);
});

test('a fit whose helpers are lost is done once more', async () => {
  let tries = 0;
  const { api, fitSteps } = apiOf(async () =>
    (function* () {
      if (++tries === 1) yield Promise.reject(new HelpersLost());
      return fitted;
    })(),
  );
  expect(await api.run(1, recipe, null, 0)).toMatchObject({ ok: true, value: { nClusters: 2 } });
  expect(tries).toBe(2);
  expect(fitSteps).not.toHaveBeenCalled();
});
