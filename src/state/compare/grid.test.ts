import { expect, test } from 'vitest';
import { algorithms } from '../../engine/algorithms/specs.ts';
import { parseRecipe } from '../../engine/recipe.ts';
import { recipeKey } from './batch.ts';
import { gridRecipes, gridRows } from './grid.ts';

test('every algorithm on eight datasets, each recipe valid and none twice', () => {
  expect(gridRows).toHaveLength(8);
  expect(gridRecipes).toHaveLength(8 * algorithms.length);
  for (const recipe of gridRecipes) expect(() => parseRecipe(recipe)).not.toThrow();
  expect(new Set(gridRecipes.map(recipeKey)).size).toBe(gridRecipes.length);
});

test('the documented values: standardised data, and what each dataset changes of the usual', () => {
  const of = (row: number, id: string) => gridRows[row]!.recipes.find(({ algorithm }) => algorithm === id)!;
  expect(of(0, 'AffinityPropagation').params).toEqual({ damping: 0.77, preference: -240, random_state: 42 });
  expect(of(0, 'MeanShift').params).toEqual({ bandwidth: null, quantile: 0.2, bin_seeding: true });
  expect(of(1, 'SpectralClustering').params).toMatchObject({ n_clusters: 2, affinity: 'nearest_neighbors' });
  expect(of(2, 'DBSCAN').params).toEqual({ eps: 0.18 });
  expect(of(3, 'DBSCAN').params).toEqual({ eps: 0.15 });
  expect(of(5, 'KMeans')).toMatchObject({ scaler: 'standard', params: { n_clusters: 3 } });
  expect(of(5, 'KMeans').dataset).toEqual({ make: 'no_structure', n_samples: 500, random_state: 30 });
});

test('the dear ones come last', () => {
  expect(gridRecipes[0]!.algorithm).toBe('KMeans');
  expect(['AffinityPropagation', 'SpectralClustering']).toContain(gridRecipes.at(-1)!.algorithm);
});
