import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { axeViolations } from './axe.ts';
import { address, boxAtRest, browserPages, expectAddress, expectNoScroll } from './support.ts';

const pages = browserPages();
const open = (query: string, options = {}) => pages.open(`?lab=tune&${query}`, options, 'Sweep');
const GRID = 'dataset=iris&features=2,3&algorithm=DBSCAN&x=eps,0.1,1,10&y=min_samples,2,10,5&score=silhouette_score';
const ELBOW = 'dataset=iris&features=2,3&algorithm=KMeans&n_init=10&random_state=42&x=n_clusters,1,10,10&score=inertia';

const table = (page: Page) => page.getByRole('table', { name: 'Sweep' });
const progress = (page: Page) => page.getByRole('status', { name: 'Sweep progress' });
/** The table follows what is done some rows a frame. */
const settled = (page: Page) =>
  page.locator('table[aria-label="Sweep"][aria-busy="false"]').waitFor({ state: 'attached' });
const done = async (page: Page, runs: number) => {
  await progress(page).getByText(`${runs} runs done`).waitFor();
  await settled(page);
};

/** The table by its heads, a row a cell; read at one moment, since rows are replaced while a sweep runs. */
const rowsOf = (page: Page): Promise<Record<string, string>[]> =>
  table(page).evaluate((element) => {
    const heads = [...element.querySelectorAll('thead th')].map((head) => head.textContent);
    return [...element.querySelectorAll('tbody tr')].map((row) =>
      Object.fromEntries([...row.querySelectorAll('th, td')].map((cell, i) => [heads[i]!, cell.textContent])),
    );
  });

async function downloaded(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return readFileSync(await file.path(), 'utf8');
}

describe('Tune', () => {
  it("an elbow with scikit-learn's inertias, found, taken, and opened", async () => {
    const page = await open(ELBOW);
    await done(page, 10);
    const rows = await rowsOf(page);
    // scikit-learn 1.9.1: KMeans(k, n_init=10, random_state=42) on petal length and width of iris
    expect(rows.slice(0, 4).map(({ inertia }) => inertia)).toEqual(['550.9', '86.39', '31.37', '19.47']);
    await page
      .getByRole('list', { name: 'What the curves say' })
      .getByText('Elbow at n_clusters = 2 (kneedle).')
      .waitFor();
    await page.getByRole('region', { name: 'Cell' }).getByRole('button', { name: 'Open in Cluster' }).click();
    await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
    await expectAddress(page, { n_clusters: '2', lab: null });
  });

  it('a map walked by the keys: the picture says what the cell is; Enter opens it', async () => {
    const page = await open(GRID);
    await done(page, 50);
    await expect.poll(() => table(page).locator('tbody tr').count()).toBe(50);
    const map = page.getByRole('group', { name: 'Silhouette over eps and min_samples' });
    const cell = page.getByRole('region', { name: 'Cell' });
    await map.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await cell.getByText('eps 0.1, min_samples 4', { exact: true }).waitFor();
    await page.keyboard.press('ArrowRight');
    await cell.getByText('eps 0.2, min_samples 4', { exact: true }).waitFor();
    const rows = await rowsOf(page);
    const own = rows.find((row) => row.eps === '0.2' && row.min_samples === '4')!;
    await expect
      .poll(() => cell.getByRole('img').first().getAttribute('aria-label'))
      .toContain(`in ${own.n_clusters} clusters`);
    await map.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Stage' }).waitFor();
    await expectAddress(page, { eps: '0.2', min_samples: '4' });
  });

  it('a bad range says what is wrong at its field, and the sweep stays', async () => {
    const page = await open(GRID);
    await done(page, 50);
    const wrong = async (name: string, text: string, words: string) => {
      const field = page.getByRole('spinbutton', { name, exact: true });
      await field.fill(text);
      await page.getByRole('alert').getByText(words).waitFor();
      await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
      await field.press('Escape');
    };
    await wrong('eps from', '3', 'must be below the other end, 1');
    await wrong('eps from', '-1', 'must be greater than 0');
    await wrong('eps count', '1000000', 'more than 10,000 runs');
    await wrong('min_samples to', '4.5', 'must be a whole number');
    expect(await progress(page).textContent()).toContain('50 runs done');
  });

  it('what fails in some cells is said there, and the others go on', async () => {
    const page = await open(
      'dataset=iris&features=2,3&algorithm=AgglomerativeClustering&x=n_clusters,2,4,3&y=metric,euclidean,manhattan&score=silhouette_score',
    );
    await done(page, 6);
    const rows = await rowsOf(page);
    expect(rows.slice(0, 3).map((row) => row.n_noise)).toEqual(['0', '0', '0']);
    for (const row of rows.slice(3)) expect(Object.values(row)[2]).toContain('must be euclidean for ward linkage');
  });

  it('a link with nonsense opens all the same and says so; what is changed goes into the address', async () => {
    const page = await open('dataset=iris&features=2,3&algorithm=KMeans&x=n_clusters,9,2,8&score=nonsense&seeds=-1');
    await page.getByText('x.from').first().waitFor();
    await page
      .getByRole('combobox', { name: 'Ready-made sweep' })
      .or(page.getByRole('button', { name: 'Ready-made sweep' }))
      .first()
      .click();
    await page.getByRole('option', { name: 'Gap statistic over n_clusters' }).click();
    await done(page, 110);
    await page.getByRole('list', { name: 'What the curves say' }).getByText('Gap statistic: n_clusters = 5.').waitFor();
    await expectAddress(page, { x: 'n_clusters,1,10,10', references: '10' });
  });

  it('a ready-made sweep of another method is one entry of the history, and so is opening a cell', async () => {
    const page = await open(ELBOW);
    await done(page, 10);
    const before = new URL(page.url()).search;
    const entries = await page.evaluate(() => history.length);
    await page
      .getByRole('combobox', { name: 'Ready-made sweep' })
      .or(page.getByRole('button', { name: 'Ready-made sweep' }))
      .first()
      .click();
    await page.getByRole('option', { name: 'eps × min_samples' }).click();
    await done(page, 200);
    await page.getByRole('region', { name: 'Cell' }).getByRole('button', { name: 'Open in Cluster' }).click();
    await page.getByRole('region', { name: 'Stage' }).waitFor();
    await expect.poll(() => page.evaluate(() => history.length)).toBe(entries + 2);
    await page.goBack();
    await done(page, 200);
    await page.goBack();
    await done(page, 10);
    await expect.poll(() => new URL(page.url()).search).toBe(before);
  });

  it('leaving stops the work, coming back finds it and goes on; cancel keeps what is done', async () => {
    const page = await open(
      'dataset=make_blobs&data.n_samples=3000&data.random_state=0&algorithm=KMeans&n_init=20&random_state=0&x=n_clusters,2,20,19&score=inertia&bootstraps=20',
    );
    await progress(page)
      .getByText(/^[1-9]\d* of 399 runs/)
      .waitFor();
    await page.getByRole('tab', { name: 'Cluster' }).click();
    await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
    await page.getByRole('tab', { name: 'Tune' }).click();
    await progress(page)
      .getByText(/^[1-9]\d* of 399 runs/)
      .waitFor();
    await progress(page).getByRole('button', { name: 'Cancel' }).click();
    await progress(page)
      .getByText(/Stopped after [1-9]\d* of 399 runs/)
      .waitFor();
    await settled(page);
    // Whichever of the workers was first.
    expect((await rowsOf(page)).filter(({ inertia }) => /\d/.test(inertia ?? '')).length).toBeGreaterThan(0);
  });

  it('a range of another scale than the data is fitted to it where the lab opens with it, and by the button', async () => {
    const page = await open('dataset=wine&algorithm=DBSCAN');
    await expect.poll(() => new URL(page.url()).searchParams.get('x')).toMatch(/^eps,\d+,\d{3},20$/);
    // The sweep before it had 20 runs as well: what counts is that the fitted one comes to find clusters.
    const mostClusters = async () => Math.max(...(await rowsOf(page)).map((row) => Number(row.n_clusters)));
    await expect.poll(mostClusters).toBeGreaterThan(1);
    const linked = await open('dataset=wine&algorithm=DBSCAN&x=eps,0.1,1,10&score=n_clusters');
    await done(linked, 10);
    expect(new URL(linked.url()).searchParams.get('x')).toBe('eps,0.1,1,10');
    await linked.getByRole('button', { name: 'Fit range to the data' }).click();
    await expect.poll(() => new URL(linked.url()).searchParams.get('x')).toMatch(/^eps,\d+,\d{3},10$/);
  });

  it('the k-distance line is moved by the keys and sets eps', async () => {
    const page = await open('dataset=iris&features=2,3&algorithm=DBSCAN&eps=0.5&x=eps,0.1,1,10&score=n_clusters');
    await done(page, 10);
    const line = page.getByRole('figure').getByRole('slider', { name: 'eps', exact: true });
    await line.focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => Number(address(page).get('eps') ?? 0.5)).toBeLessThan(0.5);
  });

  it('the table as CSV, and the sweep as a script that names the same values', async () => {
    const page = await open(GRID);
    await done(page, 50);
    const lines = (await downloaded(page, 'Table as CSV')).trim().split('\n');
    expect(lines).toHaveLength(51);
    expect(lines[0]).toMatch(/^eps,min_samples,n_clusters,n_noise,inertia,distortion,n_iter,homogeneity_score,/);
    const script = await downloaded(page, 'Sweep as scikit-learn script');
    expect(script).toContain('model = DBSCAN(eps=eps, min_samples=min_samples)');
    expect(script).toContain('eps_values = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]');
  });

  it.each(['light', 'dark'] as const)(
    'axe finds nothing serious in the %s theme, failed cells and a caution there',
    async (colorScheme) => {
      for (const width of [1440, 390]) {
        const query =
          'dataset=iris&features=2,3&algorithm=AgglomerativeClustering&x=n_clusters,2,4,3&y=metric,euclidean,manhattan&score=silhouette_score';
        const page = await open(query, { colorScheme, viewport: { width, height: 844 } });
        await done(page, 6);
        await page.getByText('silhouette_score favours round clusters').waitFor();
        expect(await axeViolations(page)).toEqual([]);
      }
    },
  );

  it('on a phone the rail is one line until it is opened, and a tap on a cell shows it', async () => {
    const page = await open(GRID, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await done(page, 50);
    const map = page.getByRole('group', { name: 'Silhouette over eps and min_samples' });
    const dataset = page.getByRole('combobox', { name: 'Dataset' });
    expect(await dataset.isVisible()).toBe(false);
    await expect.poll(async () => (await boxAtRest(map)).y).toBeLessThan(844);
    await map.tap({ position: { x: 90, y: 20 } });
    const cell = page.getByRole('region', { name: 'Cell' });
    await cell.getByText('eps 0.1, min_samples 10', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Iris with DBSCAN' }).tap();
    await dataset.waitFor();
  });

  it('has no horizontal scroll at any width', async () => {
    const page = await open(GRID, { viewport: { width: 360, height: 844 } });
    await done(page, 50);
    for (const width of [360, 390, 768, 1920]) {
      await page.setViewportSize({ width, height: 844 });
      await expectNoScroll(page, width);
    }
  });
});
