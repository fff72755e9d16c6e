import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { address, boxAtRest, browserPages, clusterSizes, expectAddress, expectClusters } from './support.ts';

const { open } = browserPages();

const tree = (page: Page) => page.getByRole('region', { name: 'Dendrogram' });
const cut = (page: Page) => tree(page).getByRole('slider', { name: 'Cut height', exact: true });

it('shows where the cut lies, and cuts elsewhere by drag and by key, as one entry of history', async () => {
  const page = await open('?dataset=iris&algorithm=AgglomerativeClustering&n_clusters=3');
  await expectClusters(page, 3);
  await expect.poll(() => clusterSizes(page)).toEqual([64, 50, 36]);
  await expect.poll(() => cut(page).getAttribute('aria-valuetext')).toMatch(/, 3 clusters$/);
  const before = await page.evaluate(() => history.length);

  const box = await boxAtRest(cut(page));
  const [x, y] = [box.x + 60, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 60, { steps: 6 });
  await expectClusters(page, 2);
  await page.mouse.up();
  await expect.poll(() => address(page).get('distance_threshold')).toMatch(/^\d/);
  await expectAddress(page, { n_clusters: 'None' });
  await expect.poll(() => page.evaluate(() => history.length)).toBe(before + 1);

  await cut(page).press('ArrowDown');
  await expectClusters(page, 3);
  await cut(page).press('End');
  await expectClusters(page, 1);
  const field = page.getByRole('spinbutton', { name: 'distance_threshold' });
  await field.fill('12');
  await expectClusters(page, 3);
  await page.getByRole('spinbutton', { name: 'n_clusters' }).fill('4');
  await expectClusters(page, 4);
  await field.waitFor({ state: 'detached' });
});

it('is linked to all other pictures by selection', async () => {
  const page = await open('?dataset=iris&algorithm=AgglomerativeClustering&n_clusters=3');
  await expectClusters(page, 3);
  // The second cluster is the left branch right under the top.
  const box = await boxAtRest(tree(page).locator('svg'));
  await page.mouse.click(box.x + 60, box.y + 80);
  await page.getByText('50 selected').waitFor();
  await tree(page).getByRole('group').press('Escape');
  await page.getByText('50 selected').waitFor({ state: 'hidden' });
});
