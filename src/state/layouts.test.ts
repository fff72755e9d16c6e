import { describe, expect, it } from 'vitest';
import type { Recipe } from '../engine/recipe.ts';
import type { LayoutAsk, Loaded } from '../worker/api.ts';
import { dataKey } from '../worker/data-key.ts';
import type { LayoutOptions, layOut } from '../worker/layouts.ts';
import { createLayoutStore, startLayouts, timeLeft } from './layouts.ts';
import { createRecipeStore } from './recipe.ts';
import { createRunStore } from './run.ts';
import { createViewStore } from './view.ts';

const iris: Recipe = { dataset: 'iris', algorithm: 'KMeans', params: {} };
const wine: Recipe = { ...iris, dataset: 'wine' };
const dataOf = (recipe: Recipe, rows = 3) =>
  ({ key: dataKey(recipe), X: { data: new Float64Array(rows), rows, cols: 1 } }) as unknown as Loaded;

/** Stores, and a worker that does as it is told. */
function setUp(rows = 3) {
  const stores = {
    layout: createLayoutStore(),
    view: createViewStore(),
    run: createRunStore() as never,
    recipe: createRecipeStore(iris),
  };
  const run = stores.run as ReturnType<typeof createRunStore>;
  const asked: (LayoutAsk & LayoutOptions & { recipe: Recipe; end(): void; fail(error: Error): void })[] = [];
  const work: typeof layOut = (recipe, ask, options) =>
    new Promise((resolve, reject) => {
      options.signal.addEventListener('abort', () => reject(options.signal.reason));
      const end = () =>
        resolve({ dataKey: dataKey(recipe), ask, places: new Float64Array(2 * rows).fill(1), sample: null });
      asked.push({ recipe, ...ask, ...options, end, fail: reject });
    });
  run.setState({ data: dataOf(iris, rows) });
  stores.view.getState().look({ name: 'iris', rowsKey: 'iris', width: 4, columns: [0, 1, 2], hasClasses: true });
  const stop = startLayouts(stores, work);
  return { ...stores, run, asked, stop, layout: stores.layout.getState };
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

describe('layouts', () => {
  it('are worked out when the view asks for one, and shown while they settle', async () => {
    const { view, asked, layout } = setUp();
    expect(asked).toHaveLength(0);
    view.getState().setProjection('tsne');
    expect(asked).toMatchObject([{ id: 'tsne', rows: 3, recipe: iris }]);
    expect(layout()).toMatchObject({ status: 'running', placed: null });
    asked[0]!.onLayout({ share: 0.5, places: new Float64Array(6) });
    expect(layout()).toMatchObject({ status: 'running', share: 0.5, placed: { id: 'tsne', sample: null } });
    asked[0]!.onLayout({ share: 0.6, places: null });
    expect(layout().placed).not.toBeNull();
    asked[0]!.end();
    await turn();
    expect(layout()).toMatchObject({ status: 'done', share: 1 });
    expect(layout().placed!.places[0]).toBe(1);
  });

  it('are kept: going back is immediate', async () => {
    const { view, asked, layout } = setUp();
    view.getState().setProjection('tsne');
    asked[0]!.end();
    await turn();
    const { placed } = layout();
    view.getState().setProjection('pca');
    expect(layout()).toMatchObject({ status: 'none', placed: null });
    view.getState().setProjection('tsne');
    expect(layout()).toMatchObject({ status: 'done', placed });
    expect(asked).toHaveLength(1);
  });

  it('go on while another view of the data is looked at', async () => {
    const { view, asked, layout } = setUp();
    view.getState().setProjection('umap');
    view.getState().setProjection('pca');
    expect(asked[0]!.signal.aborted).toBe(false);
    asked[0]!.end();
    await turn();
    expect(layout().status).toBe('none');
    view.getState().setProjection('umap');
    expect(layout().status).toBe('done');
  });

  it('end when other data comes, or another layout is asked for', () => {
    const { view, run, recipe, asked, layout } = setUp();
    view.getState().setProjection('umap');
    view.getState().setProjection('tsne');
    expect(asked.map(({ id, signal }) => [id, signal.aborted])).toEqual([
      ['umap', true],
      ['tsne', false],
    ]);
    recipe.getState().replace(wine);
    run.setState({ data: dataOf(wine) });
    expect(asked[1]!.signal.aborted).toBe(true);
    expect(asked[2]).toMatchObject({ recipe: wine });
    expect(layout()).toMatchObject({ status: 'running', placed: null });
  });

  it('stop when they are told to, keep what there is, and start again when asked', async () => {
    const { view, run, asked, layout } = setUp();
    view.getState().setProjection('tsne');
    asked[0]!.onLayout({ share: 0.5, places: new Float64Array(6) });
    layout().cancel();
    await turn();
    expect(asked[0]!.signal.aborted).toBe(true);
    expect(layout()).toMatchObject({ status: 'cancelled', share: 0.5 });
    expect(layout().placed).not.toBeNull();
    // A new picture of the same data is no word to go on.
    run.setState({ shown: { recipe: iris } as never });
    expect(layout().status).toBe('cancelled');
    expect(asked).toHaveLength(1);
    layout().retry();
    expect(asked).toHaveLength(2);
    expect(layout().status).toBe('running');
  });

  it('say what went wrong', async () => {
    const { view, asked, layout } = setUp();
    view.getState().setProjection('tsne');
    asked[0]!.fail(new Error('the worker was lost'));
    await turn();
    expect(layout()).toMatchObject({ status: 'failed', problem: 'the worker was lost' });
    expect(asked).toHaveLength(1);
  });

  it('are of a sample where there are many rows; all wait for a word that says what they would take', async () => {
    const { view, asked, layout } = setUp(20_000);
    view.getState().setProjection('tsne');
    asked[0]!.end();
    await turn();
    const { placed } = layout();
    view.getState().setLaidOut('all');
    expect(layout()).toMatchObject({ status: 'held', held: { rows: 20_000, sample: 10_000 }, placed });
    expect(asked.map(({ rows }) => rows)).toEqual([10_000]);
    view.getState().setLaidOut('sample');
    expect(layout()).toMatchObject({ status: 'done', held: null, placed });
    view.getState().setLaidOut('all');
    layout().runAnyway();
    expect(layout()).toMatchObject({ status: 'running', held: null, placed: null });
    expect(asked.map(({ rows }) => rows)).toEqual([10_000, 20_000]);
    // What was said holds for its like, and for no other layout.
    view.getState().setLayoutParam('tsne', 'perplexity', 32);
    expect(asked).toHaveLength(3);
    view.getState().setLayoutParam('tsne', 'perplexity', 90);
    expect(layout().status).toBe('held');
    view.getState().setProjection('umap');
    expect(layout()).toMatchObject({ status: 'held', placed: null });
    expect(asked).toHaveLength(3);
  });

  it('wait for a word of their own for other data; what is shown meanwhile is of the same layout of the same data', async () => {
    const { view, run, recipe, asked, layout } = setUp(20_000);
    view.getState().setProjection('tsne');
    asked[0]!.end();
    await turn();
    view.getState().setLaidOut('all');
    expect(layout().placed).not.toBeNull();
    view.getState().setProjection('umap');
    expect(layout()).toMatchObject({ status: 'held', placed: null });
    view.getState().setLaidOut('sample');
    view.getState().setProjection('tsne');
    expect(layout().placed).not.toBeNull();
    recipe.getState().replace(wine);
    view.getState().setLaidOut('all');
    layout().runAnyway();
    expect(layout().status).toBe('running');
    run.setState({ data: dataOf(wine, 20_000) });
    expect(layout()).toMatchObject({ status: 'held', placed: null });
    view.getState().setLaidOut('sample');
    asked.at(-1)!.end();
    await turn();
    view.getState().setLaidOut('all');
    run.setState({ data: dataOf({ ...wine, scaler: 'standard' }, 20_000) });
    expect(layout()).toMatchObject({ status: 'held', placed: null });
  });

  it('that ended as another began leave the other to be stopped', async () => {
    const { view, asked, layout } = setUp();
    view.getState().setProjection('tsne');
    asked[0]!.end();
    view.getState().setProjection('umap');
    await turn();
    layout().cancel();
    expect(asked[1]!.signal.aborted).toBe(true);
    expect(layout().status).toBe('cancelled');
  });

  it('of little more than a sample start at once', () => {
    const { view, asked } = setUp(10_100);
    view.getState().setProjection('tsne');
    view.getState().setLaidOut('all');
    expect(asked.map(({ rows }) => rows)).toEqual([10_000, 10_100]);
  });

  it('that were stopped start again where one comes back to them from another', async () => {
    const { view, asked, layout } = setUp();
    view.getState().setProjection('tsne');
    layout().cancel();
    await turn();
    expect(layout().status).toBe('cancelled');
    view.getState().setLayoutParam('tsne', 'perplexity', 12);
    view.getState().setLayoutParam('tsne', 'perplexity', 30);
    expect(layout().status).toBe('running');
    expect(asked.map(({ params }) => params)).toEqual([{}, { perplexity: 12 }, {}]);
  });

  it('begin anew with other parameters, not with those of another layout; what was there is kept', async () => {
    const { view, asked, layout } = setUp();
    view.getState().setProjection('tsne');
    asked[0]!.end();
    await turn();
    view.getState().setLayoutParam('umap', 'n_neighbors', 5);
    expect(asked).toHaveLength(1);
    view.getState().setLayoutParam('tsne', 'perplexity', 12);
    view.getState().setLayoutParam('tsne', 'perplexity', 13);
    expect(asked.map(({ params, signal }) => [params, signal.aborted])).toEqual([
      [{}, false],
      [{ perplexity: 12 }, true],
      [{ perplexity: 13 }, false],
    ]);
    expect(layout().status).toBe('running');
    view.getState().setLayoutParam('tsne', 'perplexity', 30);
    expect(layout().status).toBe('done');
    expect(asked[2]!.signal.aborted).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('end with the page', () => {
    const { view, asked, stop } = setUp();
    view.getState().setProjection('tsne');
    stop();
    expect(asked[0]!.signal.aborted).toBe(true);
  });
});

it('how long it will take is said by the pace of the settling, once there is one', () => {
  let time = 0;
  const left = timeLeft(() => time);
  const at = (milliseconds: number, share: number) => {
    time = milliseconds;
    return left(share);
  };
  expect(at(20_000, 0)).toBeNull();
  expect(at(30_000, 0.1)).toBeNull();
  expect(at(32_000, 0.2)).toBeNull();
  expect(at(40_000, 0.2)).toBeCloseTo(80, 9);
  expect(at(70_000, 0.5)).toBeCloseTo(50, 9);
});
