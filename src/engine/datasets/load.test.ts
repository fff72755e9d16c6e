import { describe, expect, it } from 'vitest';
import { diskSources as sources } from '../../../cli/sources.ts';
import { isPixels } from '../pixels.ts';
import type { DatasetRef } from '../recipe.ts';
import { completeParams } from '../spec/defaults.ts';
import { validateParams } from '../spec/validate.ts';
import { images } from './images.ts';
import { loadTable } from './load.ts';
import { makers } from './makers.ts';
import { datasets } from './specs.ts';
import { tables } from './tables.ts';

/** What an untrusted recipe may hold, types or not. */
const load = (ref: unknown) => loadTable(ref as DatasetRef, { freshSeed: () => 7, sources });

describe('the registries', () => {
  it('have a table, images or a generator for each spec, and a spec for each of them', () => {
    expect([...Object.keys(tables), ...Object.keys(images)]).toEqual(
      datasets.filter((spec) => !spec.generated).map((spec) => spec.id),
    );
    expect(new Set(Object.keys(makers))).toEqual(
      new Set(datasets.filter((spec) => spec.generated).map((spec) => spec.id)),
    );
  });

  it.each(datasets)('$id is as its spec says', async (spec) => {
    const table = await load(spec.id);
    expect(table.featureNames).toEqual(spec.featureNames);
    expect(table.classNames).toEqual(spec.classNames);
    expect(table.X.cols).toBe(spec.featureNames.length);
    expect(table.X.rows).toBe(spec.rows ?? spec.params.n_samples?.default);
    const values = isPixels(table.X) ? table.X.bytes : table.X.data;
    expect(values.length).toBe(table.X.rows * table.X.cols);
    if (spec.image) expect(spec.image.width * spec.image.height).toBe(table.X.cols);
    expect(table.y === null).toBe(spec.classNames.length === 0);
    expect(spec.classNoun === null).toBe(spec.classNames.length === 0);
  });

  it.each(datasets)('$id starts with parameters that are valid', (spec) => {
    expect(() => validateParams(spec.id, spec.params, spec.start.data ?? {}, 'dataset')).not.toThrow();
    const defaults = completeParams(spec.params, {});
    expect(() => validateParams(spec.id, spec.params, defaults, 'dataset')).not.toThrow();
  });
});

describe('loadTable', () => {
  it('makes the same points from a bare name, from no parameters and from the defaults', async () => {
    const bare = await load('make_moons');
    expect(await load({ make: 'make_moons' })).toEqual(bare);
    expect(await load({ make: 'make_moons', n_samples: 100, noise: null, shuffle: true, random_state: null })).toEqual(
      bare,
    );
  });

  it('takes a fresh seed where random_state is null, and only there', async () => {
    const make = (random_state: number | null, fresh: number) =>
      loadTable({ make: 'make_blobs', random_state }, { freshSeed: () => fresh });
    expect(await make(null, 5)).toEqual(await make(5, 1));
    expect(await make(null, 6)).not.toEqual(await make(null, 5));
    expect(await make(5, 1)).toEqual(await make(5, 2));
    expect((await loadTable({ make: 'make_blobs' })).X.rows).toBe(100);
  });

  it('numbers the classes where there are more than the spec names', async () => {
    const table = await load({ make: 'make_blobs', centers: 4, random_state: 0 });
    expect(table.classNames).toEqual(['0', '1', '2', '3']);
    const wide = await load({ make: 'make_blobs', n_features: 3, random_state: 0 });
    expect(wide.featureNames).toEqual(['x0', 'x1', 'x2']);
  });

  it.each([
    ['irs', new RegExp(`^dataset: unknown "irs"; one of ${datasets.map(({ id }) => id).join(', ')}$`)],
    ['toString', /^dataset: unknown "toString"/],
    [{ make: 'iris' }, /^dataset\.make: unknown "iris"; one of make_blobs, make_moons, .*$/],
    [{ make: 'make_moons', noise: -1 }, /^dataset\.noise: must be at least 0$/],
    [{ make: 'make_moons', nois: 1 }, /^dataset\.nois: unknown; make_moons takes n_samples, noise, /],
    [{ make: 'make_moons', n_samples: 0 }, /^dataset\.n_samples: must be at least 1$/],
    [{ make: 'make_moons', n_samples: 2_000_000 }, /^dataset\.n_samples: must be at most 1000000$/],
    [{ make: 'make_moons', n_samples: [1, 2, 3] }, /^dataset\.n_samples: must have 2 entries, not 3$/],
    [{ make: 'make_moons', n_samples: [0, 0] }, /^dataset\.n_samples: must be at least 1 in all$/],
    [{ make: 'make_moons', n_samples: [900_000, 900_000] }, /^dataset\.n_samples: must be at most 1000000 in all$/],
    [{ make: 'make_circles', factor: 1 }, /^dataset\.factor: must be less than 1$/],
    [{ make: 'make_blobs', centers: [[0, 0], [1]] }, /^dataset\.centers\[1\]: /],
    [{ make: 'make_blobs', cluster_std: [1, 2] }, /^dataset\.cluster_std: must have 3 entries, one a centre, not 2$/],
    [
      { make: 'make_blobs', centers: [[0], [1]], n_samples: [3] },
      /^dataset\.n_samples: must have 2 entries, one a centre, not 1$/,
    ],
    [
      { make: 'make_blobs', centers: 2, n_samples: [3, 4] },
      /^dataset\.centers: must be a list of points or null where n_samples is a list$/,
    ],
    [
      { make: 'make_blobs', n_samples: 1_000_000, n_features: 1000 },
      /^dataset\.n_features: must be at most 20 with 1000000 rows$/,
    ],
    [{ make: 'make_blobs', n_features: 1e9 }, /^dataset\.n_features: must be at most /],
    [{ make: 'aniso', random_state: -1 }, /^dataset\.random_state: must be at least 0$/],
    [{ csv: 'flowers.csv' }, /^dataset\.csv: there are no files here$/],
  ])('%j: %s', async (ref, message) => {
    await expect(load(ref)).rejects.toThrow(message);
    await expect(load(ref)).rejects.toHaveProperty('name', 'RecipeError');
  });
});
