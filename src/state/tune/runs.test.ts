import { expect, it, vi } from 'vitest';
import { NO_REPEATS, type Sweep } from '../../engine/spec/sweep.ts';
import type { Cell } from '../../worker/api.ts';
import type { Many } from '../../worker/many.ts';
import { createSweepRunStore } from './runs.ts';

const sweep = (to: number): Sweep => ({
  recipe: { dataset: 'iris', algorithm: 'KMeans', params: { random_state: 0 } },
  x: { param: 'n_clusters', from: 2, to, count: to - 1, scale: 'linear' },
  y: null,
  repeats: NO_REPEATS,
});
const cell = (isAwaited: boolean) => ({ labels: new Int16Array(150), isAwaited, error: null }) as unknown as Cell;

/** A store whose sweeps are called with what is asked of them, and go on until they are told to end. */
function storeOf() {
  const sweeps: { places: readonly number[]; options: Parameters<Many['sweep']>[2]; end(): void }[] = [];
  const many: Pick<Many, 'sweep' | 'agree'> = {
    sweep: (_, groups, options) =>
      new Promise((end, fail) => {
        sweeps.push({ places: groups.flat(), options, end });
        options.signal.addEventListener('abort', () => fail(options.signal.reason));
      }),
    agree: () => Promise.reject(new Error('nothing to compare')),
  };
  return {
    store: createSweepRunStore(
      () => many,
      () => 2,
    ),
    sweeps,
  };
}

it('a wider range asks only for the cells that are not known', async () => {
  const { store, sweeps } = storeOf();
  store.getState().start(sweep(4));
  expect(sweeps[0]!.places).toEqual([0, 1, 2]);
  sweeps[0]!.options.onCells([0, 1, 2].map((at) => ({ at, cell: cell(false) })));
  sweeps[0]!.end();
  await vi.waitFor(() => expect(store.getState().status).toBe('done'));
  store.getState().start(sweep(6));
  expect(sweeps[1]!.places).toEqual([3, 4]);
  expect(sweeps[1]!.options.awaiting).toEqual([]);
  store.getState().cancel();
});

it('a cell that awaited its silhouette when the sweep was ended is not run again: only the silhouette is wanted', () => {
  const { store, sweeps } = storeOf();
  store.getState().start(sweep(5));
  sweeps[0]!.options.onCells([
    { at: 0, cell: cell(false) },
    { at: 1, cell: cell(true) },
  ]);
  store.getState().cancel();
  expect(store.getState()).toMatchObject({ status: 'cancelled', done: 1 });
  store.getState().start(sweep(5));
  expect(sweeps[1]!.places).toEqual([2, 3]);
  expect(sweeps[1]!.options.awaiting!.map(({ at }) => at)).toEqual([1]);
  sweeps[1]!.options.onCells([{ at: 1, cell: cell(false) }]);
  store.getState().cancel();
  expect(store.getState()).toMatchObject({ done: 2 });
});
