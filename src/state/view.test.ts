import { describe, expect, test } from 'vitest';
import { createViewStore, defaultProjection, type Viewed } from './view.ts';

const iris: Viewed = { name: 'iris', rowsKey: 'iris', width: 4, columns: [2, 3], hasClasses: true };
const noise: Viewed = { name: 'no_structure', rowsKey: 'no', width: 2, columns: [0, 1], hasClasses: false };

function open(viewed: Viewed = iris) {
  const get = createViewStore().getState;
  get().look(viewed);
  return get;
}

describe('the projection', () => {
  test.each([
    [[2, 3], 4, [2, 3]],
    [[0, 1, 2], 4, 'pca'],
    [[2], 4, [2, 0]],
    [[0], 4, [0, 1]],
    // A table of one column has no other to set it against.
    [[0], 1, 'pca'],
  ])('of columns %j of %i is %j', (columns, width, projection) => {
    expect(defaultProjection({ ...iris, columns, width })).toEqual(projection);
  });

  test('follows the features until somebody chooses one', () => {
    const get = open();
    get().look({ ...iris, columns: [0, 1, 2, 3] });
    expect(get().projection).toBe('pca');
    get().setProjection([0, 1]);
    get().look({ ...iris, columns: [2, 3] });
    expect(get().projection).toEqual([0, 1]);
  });

  test('a choice ends with its dataset', () => {
    const get = open();
    get().setProjection('pca');
    get().look(noise);
    expect(get()).toMatchObject({ projection: [0, 1], choice: { projection: null } });
  });

  test('a column that is not there is not looked at', () => {
    const get = open();
    get().setProjection([2, 3]);
    get().look({ ...iris, width: 3, columns: [0, 1] });
    expect(get().projection).toEqual([0, 1]);
  });
});

describe('classes', () => {
  test('shape the points where there are any', () => {
    expect(open()()).toMatchObject({ shapeBy: 'class', colorBy: 'cluster' });
    expect(open(noise)()).toMatchObject({ shapeBy: 'none', colorBy: 'cluster' });
  });

  test('cannot be chosen where there are none', () => {
    const get = open(noise);
    get().setColorBy('class');
    get().setShapeBy('class');
    expect(get()).toMatchObject({ shapeBy: 'none', colorBy: 'cluster' });
  });
});

describe('the selection', () => {
  const selected = (get: ReturnType<typeof open>) => get().selection && [...get().selection!].sort();

  test('is replaced, added to, taken from, cleared', () => {
    const get = open();
    get().select([1, 2]);
    get().select([3], 'add');
    expect(selected(get)).toEqual([1, 2, 3]);
    get().select([2, 9], 'remove');
    expect(selected(get)).toEqual([1, 3]);
    get().select([5]);
    expect(selected(get)).toEqual([5]);
    get().clearSelection();
    expect(get().selection).toBeNull();
  });

  test('down to nothing it is none', () => {
    const get = open();
    get().select([1]);
    get().select([1], 'remove');
    expect(get().selection).toBeNull();
    get().select([]);
    expect(get().selection).toBeNull();
  });

  test('stays with its rows and goes with them', () => {
    const get = open();
    get().select([1]);
    get().hover(4);
    get().look({ ...iris, columns: [0] });
    expect(selected(get)).toEqual([1]);
    get().look({ ...iris, rowsKey: 'iris, the first ten' });
    expect(get()).toMatchObject({ selection: null, hovered: null });
  });
});

describe('parameters of a layout', () => {
  test('are kept for each layout, what is its default is not', () => {
    const get = open();
    get().setLayoutParam('tsne', 'perplexity', 12);
    get().setLayoutParam('umap', 'min_dist', 0.5);
    expect(get().layoutParams).toEqual({ tsne: { perplexity: 12 }, umap: { min_dist: 0.5 } });
    get().setLayoutParam('tsne', 'perplexity', 30);
    expect(get().layoutParams).toEqual({ tsne: {}, umap: { min_dist: 0.5 } });
  });

  test('stay with their dataset, as any choice', () => {
    const get = open();
    get().setLayoutParam('tsne', 'perplexity', 12);
    get().look(noise);
    expect(get().layoutParams).toEqual({});
  });
});

describe('a choice from the address', () => {
  const choice = {
    projection: [0, 3],
    colorBy: 'class',
    shapeBy: 'none',
    space: 'embedding',
    laidOut: 'all',
    layoutParams: { tsne: { perplexity: 12 } },
  } as const;

  test('holds at once for the dataset that is there', () => {
    const get = open();
    get().restore(choice, 'iris');
    expect(get()).toMatchObject({ ...choice, choice });
  });

  test('waits for its dataset and leaves the picture alone until then', () => {
    const get = open(noise);
    get().restore(choice, 'iris');
    expect(get().projection).toEqual([0, 1]);
    get().look({ ...noise, columns: [1] });
    expect(get().projection).toEqual([1, 0]);
    get().look(iris);
    expect(get()).toMatchObject({ ...choice, awaited: null });
  });

  test('comes before any data', () => {
    const get = createViewStore().getState;
    get().restore({ ...choice, projection: [7, 0] }, 'iris');
    get().look(iris);
    expect(get()).toMatchObject({ projection: [2, 3], colorBy: 'class' });
  });
});
