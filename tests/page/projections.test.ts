import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { browserPages, expectAddress } from './support.ts';

const { open } = browserPages();

const projection = (page: Page) =>
  page.getByRole('combobox', { name: 'Projection' }).or(page.getByRole('button', { name: 'Projection' }));
const note = (page: Page, title: string) => page.getByRole('region', { name: `${title} layout` });

async function choose(page: Page, title: string) {
  await projection(page).click();
  await page.getByRole('option', { name: title }).click();
}

/** Listens to what a layout's note says from now on; what it returns tells all of it. */
async function listen(page: Page, title: string): Promise<() => Promise<string>> {
  await page.evaluate((name) => {
    const said: string[] = [];
    Object.assign(window, { said });
    const look = () => said.push(document.querySelector(`[aria-label="${name}"]`)?.textContent ?? '');
    new MutationObserver(look).observe(document.body, { childList: true, characterData: true, subtree: true });
  }, `${title} layout`);
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said.join('\n'));
}

describe.each(['t-SNE', 'UMAP'])('%s', (title) => {
  it('settles on iris, and is there at once when one comes back', async () => {
    const page = await open();
    await choose(page, title);
    await note(page, title).getByText('All 150 flowers laid out.').waitFor({ timeout: 60_000 });
    await expectAddress(page, { view: title === 'UMAP' ? 'umap' : 'tsne' });
    await expect
      .poll(() => page.locator('[data-stage] .cs-picture').getAttribute('aria-label'))
      .toContain(`150 flowers by ${title} 1 and ${title} 2, 3 clusters`);
    // Only rows have a place: no centre can be moved, no ground is coloured, no figure stands at an axis.
    await page.getByRole('button', { name: 'Centre 0', exact: true }).waitFor({ state: 'hidden' });
    await expect.poll(() => page.locator('[data-stage] .cs-regions path').count()).toBe(0);
    await expect.poll(() => page.locator('[data-stage] .cs-ticks text').count()).toBe(0);
    await choose(page, 'PCA');
    await note(page, title).waitFor({ state: 'detached' });
    const said = await listen(page, title);
    await choose(page, title);
    await note(page, title).getByText('All 150 flowers laid out.').waitFor();
    // It did not have to settle anew.
    await expect.poll(said).toContain('laid out');
    expect(await said()).not.toMatch(/settles|looks for/);
  });
});

it('a link opens a layout, and what it says that is unknown is reported', async () => {
  const page = await open('?dataset=wine&scaler=standard&algorithm=KMeans&n_clusters=3&view=tsne&view.rows=most');
  await note(page, 't-SNE').getByText('All 178 wines laid out.').waitFor({ timeout: 60_000 });
  await page.getByText(/view\.rows/).waitFor();
});

it('a layout of many rows shows how far it is, and stops when it is told to', async () => {
  const page = await open('?dataset=make_blobs&data.n_samples=8000&data.random_state=0&algorithm=KMeans&view=tsne');
  await note(page, 't-SNE')
    .getByText(/settles: \d+ %/)
    .waitFor({ timeout: 30_000 });
  await note(page, 't-SNE').getByRole('button', { name: 'Stop' }).click();
  await note(page, 't-SNE')
    .getByText(/^Stopped at \d+ %\.$/)
    .waitFor();
  await note(page, 't-SNE').getByRole('button', { name: 'Start again' }).click();
  await note(page, 't-SNE')
    .getByText(/looks for neighbours|settles/)
    .waitFor();
});

it('a layout begins anew with what its settings say; a link opens it with them', async () => {
  const page = await open('?dataset=iris&algorithm=KMeans&n_clusters=3&view=tsne');
  const done = note(page, 't-SNE').getByText('All 150 flowers laid out.');
  await done.waitFor();
  await note(page, 't-SNE').getByRole('button', { name: 'Settings of t-SNE' }).click();
  const field = page.getByRole('spinbutton', { name: 'perplexity' });
  await field.fill('500');
  await field.press('Enter');
  await page.getByText(/must be at most 100/).waitFor();
  await field.fill('12');
  await field.press('Enter');
  await expect.poll(() => new URL(page.url()).searchParams.get('view.perplexity')).toBe('12');
  await note(page, 't-SNE').getByText('perplexity 12').waitFor();
  await done.waitFor();
  const said = await listen(page, 't-SNE');
  await page.getByRole('button', { name: 'Reset perplexity to 30' }).click();
  await note(page, 't-SNE').getByText('perplexity 30').waitFor();
  await done.waitFor();
  // It was there already.
  expect(await said()).not.toMatch(/settles|looks for/);
  const other = await open('?dataset=iris&algorithm=KMeans&n_clusters=3&view=umap&view.n_neighbors=5');
  await note(other, 'UMAP').getByText('n_neighbors 5 · min_dist 0.1').waitFor();
  await note(other, 'UMAP').getByText('All 150 flowers laid out.').waitFor();
});

it('all of many rows are not laid out before somebody has read what that takes; a sample is one click away', async () => {
  const page = await open(
    '?dataset=make_blobs&data.n_samples=12500&data.random_state=0&algorithm=KMeans&n_clusters=3&view=tsne&view.rows=all',
  );
  const question = page.getByRole('region', { name: 'Before it is laid out' });
  await question.getByText(/^t-SNE needs about \d+ s for 12,500 rows\.$/).waitFor();
  await note(page, 't-SNE').getByText('Not started.').waitFor();
  await question.getByRole('button', { name: 'Lay out a sample of 10,000' }).click();
  await question.waitFor({ state: 'hidden' });
  await expect.poll(() => new URL(page.url()).searchParams.get('view.rows')).toBeNull();
  await note(page, 't-SNE')
    .getByText(/looks for neighbours|settles/)
    .waitFor();
  await page.getByRole('radio', { name: 'all 12,500' }).check({ force: true });
  await question.getByRole('button', { name: 'Lay out all 12,500 anyway' }).click();
  await question.waitFor({ state: 'hidden' });
  await note(page, 't-SNE').getByRole('button', { name: 'Stop' }).click();
  await note(page, 't-SNE')
    .getByText(/^Stopped at \d+ %\.$/)
    .waitFor();
});
