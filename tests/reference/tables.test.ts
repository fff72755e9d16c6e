import { describe, expect, it } from 'vitest';
import { loadTable } from '../../src/engine/datasets/load.ts';
import { datasets } from '../../src/engine/datasets/specs.ts';
import { digest, loadCases } from './cases.ts';

interface Case {
  readonly name: string;
  readonly shape: readonly [number, number];
  readonly X: string;
  readonly y: string;
  readonly feature_names: readonly string[];
  readonly target_names: readonly string[];
}

const cases = loadCases<Case>('tables');

describe('loaded tables are scikit-learn’s', () => {
  it('covers every table', () => {
    // MNIST comes from a source: mnist.test.ts has its cases.
    const tables = datasets.filter(({ generated, id }) => !generated && id !== 'mnist_784').map(({ id }) => id);
    expect(cases.map(({ name }) => name)).toEqual(tables);
  });

  it.each(cases)('$name', async ({ name, shape, X, y, feature_names, target_names }) => {
    const table = await loadTable(name);
    expect([table.X.rows, table.X.cols]).toEqual(shape);
    expect(digest(table.X.data)).toBe(X);
    expect(digest(table.y!)).toBe(y);
    expect(table.featureNames).toEqual(feature_names);
    expect(table.classNames).toEqual(target_names);
    expect(table.target).toBeNull();
  });
});
