import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { browserPages } from './support.ts';

const { open } = browserPages();

const projection = (page: Page) =>
  page.getByRole('combobox', { name: 'Projection' }).or(page.getByRole('button', { name: 'Projection' }));
const note = (page: Page, title: string) => page.getByRole('region', { name: `${title} layout` });

async function choose(page: Page, title: string) {
  await projection(page).click();
  await page.getByRole('option', { name: title }).click();
}

describe.each(['t-SNE', 'UMAP'])('%s', (title) => {
  it('settles on iris, and is there at once when one comes back', async () => {
    const page = await open();
    await choose(page, title);
    await note(page, title).getByText('All 150 flowers laid out.').waitFor({ timeout: 15_000 });
    const id = title === 'UMAP' ? 'umap' : 'tsne';
    expect(new URL(page.url()).searchParams.get('view')).toBe(id);
    const summary = await page.locator('[data-stage] .cs-picture').getAttribute('aria-label');
    expect(summary).toContain(`150 flowers by ${title} 1 and ${title} 2, 3 clusters`);
    // Only rows have a place: no centre can be moved, no ground is coloured, no figure stands at an axis.
    expect(await page.getByRole('button', { name: 'Centre 0', exact: true }).isVisible()).toBe(false);
    expect(await page.locator('[data-stage] .cs-regions path').count()).toBe(0);
    expect(await page.locator('[data-stage] .cs-ticks text').count()).toBe(0);
    await choose(page, 'PCA');
    await note(page, title).waitFor({ state: 'detached' });
    await choose(page, title);
    await note(page, title).getByText('All 150 flowers laid out.').waitFor({ timeout: 300 });
  });
});

it('a link opens a layout, and what it says that is unknown is reported', async () => {
  const page = await open('?dataset=wine&scaler=standard&algorithm=KMeans&n_clusters=3&view=tsne&view.rows=most');
  await note(page, 't-SNE').getByText('All 178 wines laid out.').waitFor({ timeout: 15_000 });
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
