import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { browserPages, expectAddress, expectClusters } from './support.ts';

const { open } = browserPages();

const blobs = '?dataset=make_blobs&data.n_samples=12000&data.random_state=0';
const choose = async (page: Page, algorithm: string) => {
  await page.getByRole('combobox', { name: 'Algorithm' }).click();
  await page.getByRole('option', { name: algorithm, exact: true }).click();
};

it('too many rows for a method: it says what it would take, and a sample is one click away', async () => {
  const page = await open(`${blobs}&algorithm=KMeans&n_clusters=3&random_state=0`);
  await expectClusters(page, 3);
  await choose(page, 'Agglomerative');
  const question = page.getByRole('region', { name: 'Before it runs' });
  // Ward linkage does without the distances of all pairs, complete linkage does not.
  await page.getByRole('region', { name: 'Dendrogram' }).waitFor();
  expect(await question.count()).toBe(0);
  await page.locator('label').filter({ hasText: 'complete' }).click();
  await question.getByText(/Agglomerative needs about \d+ s and 1\.2 GB for 12,000 rows\./).waitFor();
  await page.getByText(/^Not started/).waitFor();
  // Nothing hangs: the picture of the run before is still there, and another method runs.
  await choose(page, 'K-Means');
  await question.waitFor({ state: 'hidden' });
  await choose(page, 'Agglomerative');
  await page.locator('label').filter({ hasText: 'complete' }).click();
  await question.getByRole('button', { name: 'Use a sample of 2,000 rows' }).click();
  await page.getByRole('region', { name: 'Dendrogram' }).waitFor();
  await question.waitFor({ state: 'hidden' });
  await expect.poll(() => page.getByRole('spinbutton', { name: 'rows' }).inputValue()).toBe('2000');
  await expectAddress(page, { rows: '2000' });
  await page.getByRole('button', { name: 'Reset rows to 12000' }).click();
  await question.waitFor();
  await expectAddress(page, { rows: null });
});
