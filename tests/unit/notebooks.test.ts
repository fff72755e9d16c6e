import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRecipe } from '../../src/engine/recipe.ts';
import { LABS } from '../../src/state/labs.ts';
import { fromSearch, toSearch } from '../../src/state/url.ts';
import { createViewStore } from '../../src/state/view.ts';

const text = readFileSync(new URL('../../docs/notebooks.md', import.meta.url), 'utf8');
const links = [...text.matchAll(/\]\((\?[^)]*)\)/g)].map(([, link]) => link!);

test('docs/notebooks.md has a link in every row of its tables', () => {
  const rows = text.split('\n').filter((line) => line.startsWith('|') && !/^\| (heading|---)/.test(line));
  expect(rows.length).toBeGreaterThan(30);
  for (const row of rows) expect(row).toContain('](?');
});

test.each(links)('%s opens what it says, with nothing left out', (link) => {
  const { recipe, lab, problems } = fromSearch(link);
  expect(problems.map(({ field, problem }) => `${field} ${problem}`)).toEqual([]);
  expect(() => parseRecipe(recipe)).not.toThrow();
  const query = new URLSearchParams(link);
  expect(LABS).toContain(lab);
  expect(query.get('lab') ?? 'cluster').toBe(lab);
  const again = new URLSearchParams(toSearch(recipe, { ...createViewStore().getState(), lab }));
  for (const key of ['dataset', 'algorithm', 'features', 'scaler', 'rows', 'n_clusters', 'eps']) {
    if (query.has(key)) expect(again.get(key)).toBe(query.get(key));
  }
});
