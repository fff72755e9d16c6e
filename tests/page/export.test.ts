import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { browserPages, expectAddress, expectClusters } from './support.ts';

const { open } = browserPages();

async function exported(page: Page, item: string): Promise<{ name: string; content: Buffer }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

it('exports the recipe, the script, the labels and the picture of the run that is shown', async () => {
  const page = await open();
  const recipe = JSON.parse((await exported(page, 'Recipe (JSON)')).content.toString());
  expect(recipe).toMatchObject({ dataset: 'iris', algorithm: 'KMeans', params: { n_clusters: 3, random_state: 42 } });
  const script = (await exported(page, 'scikit-learn script')).content.toString();
  expect(script).toMatch(/KMeans\(n_clusters=3, random_state=42\)/);
  const labels = (await exported(page, 'Labels (CSV)')).content.toString().trim().split('\n');
  expect(labels).toHaveLength(151);
  expect(labels[1]).toMatch(/^0,5\.1,3\.5,1\.4,0\.2,setosa,\d$/);
  const picture = await exported(page, 'Picture (PNG)');
  expect(picture.name).toMatch(/^iris-KMeans-step-\d+\.png$/);
  expect(picture.content.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.content.length).toBeGreaterThan(20_000);
});

it('copies the link and says so', async () => {
  const page = await open('', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByRole('slider', { name: 'n_clusters' }).press('ArrowRight');
  await expectAddress(page, { n_clusters: '4' });
  await expectClusters(page, 4);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByText('Link copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

it('gives the link of points drawn without a seed the seed that drew them', async () => {
  const page = await open('?dataset=make_moons&data.random_state=None&algorithm=KMeans&n_clusters=2&random_state=0', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByText('Nothing changed: k-means has converged.').waitFor();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByText('Link copied').waitFor();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  const recipe = JSON.parse((await exported(page, 'Recipe (JSON)')).content.toString());
  expect(Number(link.searchParams.get('data.random_state'))).toBe(recipe.dataset.random_state);
});
