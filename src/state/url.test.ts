import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressParts } from './address-part.ts';
import { SAME_ENTRY_MS, WRITE_MS } from './address-writer.ts';
import { LABS, type Lab } from './labs.ts';
import type { Address } from './page-address.ts';
import { keeping } from './persist.ts';
import { createProblemsStore } from './problems.ts';
import { createRecipeStore, firstRecipe } from './recipe.ts';
import { followAddress, fromSearch, toSearch } from './url.ts';
import { createViewStore, type Viewed } from './view.ts';

const iris: Viewed = { name: 'iris', rowsKey: 'iris', width: 4, columns: [2, 3], hasClasses: true };

/** A history like a browser's. */
class FakeAddress implements Address {
  entries: string[];
  at = 0;
  #listener = () => {};
  constructor(search: string) {
    this.entries = [search];
  }
  read() {
    return this.entries[this.at]!;
  }
  write(search: string, how: 'push' | 'replace') {
    if (how === 'push') {
      this.at++;
      this.entries = this.entries.slice(0, this.at);
    }
    this.entries[this.at] = search;
  }
  onMove(listener: () => void) {
    this.#listener = listener;
    return () => {
      this.#listener = () => {};
    };
  }
  go(delta: number) {
    this.at += delta;
    this.#listener();
  }
}

let now = 0;
let stop = () => {};
beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function open(search = '') {
  const address = new FakeAddress(search);
  const stores = {
    recipe: createRecipeStore(firstRecipe),
    view: createViewStore(),
    problems: createProblemsStore(),
  };
  stop = followAddress(address, stores, () => now);
  const pass = (milliseconds: number) => {
    now += milliseconds;
    vi.advanceTimersByTime(milliseconds);
  };
  return { address, pass, ...stores, params: () => stores.recipe.getState().recipe.params };
}

describe('reading', () => {
  test('an empty address opens the first recipe and stays empty', () => {
    const { address, recipe } = open();
    expect(recipe.getState().recipe).toBe(firstRecipe);
    expect(address.entries).toEqual(['']);
  });

  test('recipe and view are taken', () => {
    const { recipe, view } = open(
      '?dataset=iris&features=0,1&algorithm=KMeans&n_clusters=5&view=2,3&color=class&shape=none&space=embedding',
    );
    expect(recipe.getState().recipe).toMatchObject({ dataset: 'iris', features: [0, 1], params: { n_clusters: 5 } });
    view.getState().look({ ...iris, columns: [0, 1] });
    expect(view.getState()).toMatchObject({
      projection: [2, 3],
      colorBy: 'class',
      shapeBy: 'none',
      space: 'embedding',
    });
  });

  test('a layout is written as it is read', () => {
    const { address, view } = open('?dataset=iris&algorithm=KMeans&view=umap&view.rows=all');
    view.getState().look(iris);
    expect(view.getState()).toMatchObject({ projection: 'umap', laidOut: 'all' });
    view.getState().setProjection('tsne');
    expect(address.read()).toMatch(/view=tsne&view\.rows=all$/);
  });

  test('parameters of a layout are written as they are read, where that layout is looked at', () => {
    const { address, view, problems } = open(
      '?dataset=iris&algorithm=KMeans&view=umap&view.n_neighbors=5&view.min_dist=0.5',
    );
    view.getState().look(iris);
    expect(problems.getState().problems).toEqual([]);
    expect(view.getState().layoutParams).toEqual({ umap: { n_neighbors: 5, min_dist: 0.5 } });
    view.getState().setLayoutParam('umap', 'n_neighbors', 15);
    view.getState().setLayoutParam('tsne', 'perplexity', 12);
    expect(address.read()).toMatch(/view=umap&view\.min_dist=0\.5$/);
    const other = open('?dataset=iris&algorithm=KMeans&view=tsne&view.perplexity=12');
    other.view.getState().look(iris);
    expect(toSearch(other.recipe.getState().recipe, other.view.getState())).toMatch(/view=tsne&view\.perplexity=12$/);
  });

  test('parameters out of range, or of a layout that is not looked at, are dropped and reported', () => {
    const { view, problems } = open(
      '?dataset=iris&algorithm=KMeans&view=tsne&view.perplexity=-1&view.angle=0.7&view.min_dist=0.2',
    );
    view.getState().look(iris);
    expect(view.getState().layoutParams).toEqual({ tsne: { angle: 0.7 } });
    expect(problems.getState().problems.map(({ field, problem }) => `${field}: ${problem}`)).toEqual([
      expect.stringMatching(/^view\.perplexity: must be at least 2/),
      'view.min_dist: belongs to a layout that the link does not show',
    ]);
    expect(fromSearch('?dataset=iris&view.perplexity=5').problems).toMatchObject([{ field: 'view.perplexity' }]);
    expect(fromSearch('?dataset=iris&view=tsne&view.eps=5').problems).toMatchObject([{ field: 'view.eps' }]);
  });

  test('nonsense is dropped and reported, and what is good is kept', () => {
    const { recipe, view, problems } = open(
      '?lab=kitchen&dataset=iris&algorithm=KMeans&n_clusters=-4&tol=0.01&view=9,x&view.rows=some&color=blue&shape=%F0%9F%8D%95&space=outer&wat=1',
    );
    expect(recipe.getState().recipe).toMatchObject({ dataset: 'iris', params: { tol: 0.01 } });
    expect(recipe.getState().recipe.params).not.toHaveProperty('n_clusters');
    expect(view.getState()).toMatchObject({ lab: 'cluster', awaited: { choice: { projection: null, colorBy: null } } });
    const fields = problems.getState().problems.map(({ field }) => field);
    expect(fields.sort()).toEqual(['color', 'lab', 'params.n_clusters', 'shape', 'space', 'view', 'view.rows', 'wat']);
    problems.getState().dismiss();
    expect(problems.getState().problems).toEqual([]);
  });

  test('two columns that the dataset does not have are reported', () => {
    const { view, problems } = open('?dataset=iris&view=99,3');
    expect(view.getState().awaited?.choice.projection).toBeNull();
    expect(problems.getState().problems.map(({ field }) => field)).toEqual(['view']);
  });

  test.each(['?', '?=&&&', '?view', '?dataset=', '?%', `?view=${'9'.repeat(50_000)}`, '?__proto__=1&constructor=2'])(
    'the page opens with %#',
    (search) => {
      expect(open(search).recipe.getState().recipe.algorithm).toBe('KMeans');
    },
  );
});

describe('writing', () => {
  test('what is written reads back the same', () => {
    const { recipe, view } = open();
    view.getState().look(iris);
    recipe.getState().setParam('n_clusters', 6);
    recipe.getState().setScaler('minmax');
    view.getState().setProjection('pca');
    view.getState().setColorBy('class');
    const search = toSearch(recipe.getState().recipe, view.getState());
    const back = fromSearch(search);
    expect(back.problems).toEqual([]);
    expect(back.recipe).toEqual(recipe.getState().recipe);
    expect(back.choice).toEqual(view.getState().choice);
    expect(search).toMatch(/^\?dataset=iris&features=2,3.*view=pca&color=class$/);
  });

  test('each change is an entry, and Back and Forward walk through them', () => {
    const { address, recipe, params } = open();
    recipe.getState().setParam('n_clusters', 4);
    recipe.getState().setParam('max_iter', 9);
    expect(address.entries).toHaveLength(3);
    address.go(-1);
    expect(params()).toMatchObject({ n_clusters: 4 });
    expect(params()).not.toHaveProperty('max_iter');
    address.go(-1);
    expect(recipe.getState().recipe).toEqual(firstRecipe);
    address.go(2);
    expect(params()).toMatchObject({ n_clusters: 4, max_iter: 9 });
    expect(address.entries).toHaveLength(3);
  });

  test('a change after Back drops what lay ahead', () => {
    const { address, recipe } = open();
    recipe.getState().setParam('n_clusters', 4);
    address.go(-1);
    recipe.getState().setParam('n_clusters', 5);
    expect(address.entries).toHaveLength(2);
    expect(address.read()).toContain('n_clusters=5');
  });

  test('a whole drag is one entry, written seldom; Back undoes it', () => {
    const { address, recipe, pass, params } = open();
    const write = vi.spyOn(address, 'write');
    for (let k = 4; k < 20; k++) {
      recipe.getState().setParam('n_clusters', k, 'drag');
      pass(16);
    }
    recipe.getState().setParam('n_clusters', 20);
    pass(WRITE_MS);
    expect(address.entries).toHaveLength(2);
    expect(address.read()).toContain('n_clusters=20');
    expect(write.mock.calls.length).toBeLessThanOrEqual(3);
    pass(SAME_ENTRY_MS);
    recipe.getState().setParam('n_clusters', 7, 'drag');
    expect(address.entries).toHaveLength(3);
    address.go(-2);
    expect(params().n_clusters).toBe(3);
  });

  test('a key held down is one entry', () => {
    const { address, recipe, pass } = open();
    for (let k = 4; k < 40; k++) {
      recipe.getState().setParam('n_clusters', k);
      pass(30);
    }
    pass(WRITE_MS);
    expect(address.entries).toHaveLength(2);
    expect(address.read()).toContain('n_clusters=39');
  });

  test('the end of a drag is in its entry before the next change', () => {
    const { address, recipe } = open();
    recipe.getState().setParam('n_clusters', 4, 'drag');
    recipe.getState().setParam('n_clusters', 5, 'drag');
    recipe.getState().setParam('max_iter', 10);
    expect(address.entries[1]).toContain('n_clusters=5');
    expect(address.entries).toHaveLength(3);
  });

  test('what waits when Back is pressed does not spoil the entry that it leads to', () => {
    const { address, recipe, pass } = open();
    recipe.getState().setParam('n_clusters', 4, 'drag');
    recipe.getState().setParam('n_clusters', 5, 'drag');
    address.go(-1);
    pass(WRITE_MS);
    expect(address.entries[0]).toBe('');
  });

  test('a view of one dataset is not written for another, and new data is no entry of its own', () => {
    const { address, recipe, view } = open();
    view.getState().look(iris);
    view.getState().setProjection('pca');
    expect(address.read()).toContain('view=pca');
    recipe.getState().setDataset('wine');
    expect(address.read()).not.toContain('view');
    view.getState().look({ ...iris, name: 'wine', rowsKey: 'wine', width: 13 });
    expect(address.entries).toHaveLength(3);
  });

  test('data that comes while a generator is dragged does not cut the drag in two', () => {
    const { address, recipe, view, pass } = open('?dataset=make_moons&algorithm=KMeans');
    for (const noise of [0.1, 0.2, 0.3]) {
      recipe.getState().setDataParam('noise', noise, 'drag');
      view.getState().look({ ...iris, name: 'make_moons', rowsKey: String(noise), width: 2, columns: [0, 1] });
      pass(16);
    }
    pass(WRITE_MS);
    expect(address.entries).toHaveLength(2);
    expect(address.read()).toContain('data.noise=0.3');
  });

  test('a choice for Back’s dataset waits for its data', () => {
    const { address, recipe, view } = open();
    view.getState().look(iris);
    view.getState().setProjection([0, 3]);
    recipe.getState().setDataset('wine');
    view.getState().look({ ...iris, name: 'wine', rowsKey: 'wine', width: 13, columns: [0, 1, 2] });
    expect(view.getState().projection).toBe('pca');
    address.go(-1);
    expect(view.getState().projection).toBe('pca');
    view.getState().look(iris);
    expect(view.getState().projection).toEqual([0, 3]);
    expect(address.entries).toHaveLength(3);
  });
});

describe("a lab's own part of the address", () => {
  test('is written and read only where that lab is open', () => {
    expect(fromSearch('?lab=compare&section=grid').problems).toEqual([]);
    expect(fromSearch('?section=grid').problems).toMatchObject([{ field: 'section' }]);
    expect(fromSearch('?lab=compare&nosuch=1').problems).toMatchObject([{ field: 'nosuch' }]);
  });

  test('every piece of a lab that the address keeps has a part that spells it', () => {
    const labs = Object.keys(keeping).filter((store) => LABS.includes(store as Lab));
    const kept = labs.filter((store) => Object.values(keeping[store as 'compare']).some((where) => where === 'url'));
    expect(kept.length).toBeGreaterThan(0);
    for (const store of kept) expect(addressParts.map(({ lab }) => lab)).toContain(store);
  });
});
