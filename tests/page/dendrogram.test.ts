import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { browserPages, clusterSizes, expectClusters } from './support.ts';

const { open } = browserPages();

const tree = (page: Page) => page.getByRole('region', { name: 'Dendrogram' });
const cut = (page: Page) => tree(page).getByRole('slider', { name: 'Cut height', exact: true });
const query = (page: Page) => new URL(page.url()).searchParams;

it('shows where the cut lies, and cuts elsewhere by drag and by key, as one entry of history', async () => {
  const page = await open('?dataset=iris&algorithm=AgglomerativeClustering&n_clusters=3');
  await expectClusters(page, 3);
  expect(await clusterSizes(page)).toEqual([64, 50, 36]);
  expect(await cut(page).getAttribute('aria-valuetext')).toMatch(/, 3 clusters$/);
  const before = await page.evaluate(() => history.length);

  const box = (await cut(page).boundingBox())!;
  const [x, y] = [box.x + 60, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 60, { steps: 6 });
  await expectClusters(page, 2);
  await page.mouse.up();
  await expect.poll(() => query(page).get('distance_threshold')).toMatch(/^\d/);
  expect(query(page).get('n_clusters')).toBe('None');
  expect(await page.evaluate(() => history.length)).toBe(before + 1);

  await cut(page).press('ArrowDown');
  await expectClusters(page, 3);
  await cut(page).press('End');
  await expectClusters(page, 1);
  const field = page.getByRole('spinbutton', { name: 'distance_threshold' });
  await field.fill('12');
  await expectClusters(page, 3);
  await page.getByRole('spinbutton', { name: 'n_clusters' }).fill('4');
  await expectClusters(page, 4);
  expect(await field.count()).toBe(0);
});

it('is linked to all other pictures by selection', async () => {
  const page = await open('?dataset=iris&algorithm=AgglomerativeClustering&n_clusters=3');
  await expectClusters(page, 3);
  // The second cluster is the left branch right under the top.
  const box = (await tree(page).locator('svg').boundingBox())!;
  await page.mouse.click(box.x + 60, box.y + 80);
  await page.getByText('50 selected').waitFor();
  await tree(page).getByRole('group').press('Escape');
  await page.getByText('50 selected').waitFor({ state: 'hidden' });
});
