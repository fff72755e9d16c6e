import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { boxAtRest, browserPages, expectMetric, narration } from './support.ts';

const { open } = browserPages();

const digits = '?lab=images&dataset=digits&scaler=unit&algorithm=KMeans&n_clusters=10&random_state=42';
const mnist = '?lab=images&dataset=mnist_784&rows=10000&scaler=unit&algorithm=KMeans&n_clusters=10&random_state=42';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const centroid = (page: Page, i: number) => page.getByRole('img', { name: `Centroid ${i}`, exact: true });
const members = (page: Page) => page.getByRole('listbox', { name: 'Members' });

/** What an image shows, as text. */
const look = (page: Page, i: number) => centroid(page, i).evaluate((node) => (node as HTMLCanvasElement).toDataURL());

/** Waits until the result stands and an image shows something of it; what that is, as text. */
async function lookAtResult(page: Page, i: number): Promise<string> {
  await narration(page)
    .getByText(/converged/)
    .waitFor();
  const isDrawn = () =>
    centroid(page, i).evaluate((node) => {
      const canvas = node as HTMLCanvasElement;
      const blank = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
      return canvas.toDataURL() !== blank.toDataURL();
    });
  await expect.poll(isDrawn).toBe(true);
  return look(page, i);
}

describe('Images', () => {
  it('shows a centroid for each cluster, as images that follow the player', async () => {
    // An image glides into the next: what it shows on the way is neither.
    const page = await open(digits, { reducedMotion: 'reduce' });
    await expect.poll(() => page.getByRole('img', { name: /^Centroid \d+$/ }).count()).toBe(10);
    const end = await lookAtResult(page, 0);
    await button(page, 'Restart').click();
    await expect.poll(() => narration(page).textContent()).toMatch(/Step 0/);
    await expect.poll(() => look(page, 0)).not.toBe(end);
    await page.getByRole('slider', { name: 'Step' }).press('End');
    await expect.poll(() => look(page, 0)).toBe(end);
  });

  it('opens the first 10,000 digits of MNIST with scikit-learn’s numbers', async () => {
    const page = await open(mnist);
    await centroid(page, 9).waitFor();
    const words = () => page.getByRole('region', { name: 'Centroids' }).textContent();
    await expect.poll(words).toMatch(/inertia 392,845purity 0\.578/);
    // scikit-learn 1.9.1, KMeans(n_clusters=10, random_state=42) on X[:10000] / 255
    await expectMetric(page, 'adjusted_rand_score', 0.35436232125484884);
    await button(page, 'All 70,000').waitFor();
  });

  it('brings images of its own where the data has none, and goes back', async () => {
    const page = await open('?dataset=iris&features=2,3&algorithm=DBSCAN&eps=0.5');
    await page.getByRole('tab', { name: 'Images' }).click();
    await centroid(page, 0).waitFor();
    await expect.poll(() => page.getByRole('combobox', { name: 'Dataset' }).textContent()).toBe('MNIST digits');
    await page.getByRole('radio', { name: 'unit', checked: true }).waitFor({ state: 'attached' });
    await button(page, 'Back to Iris').click();
    await page.getByRole('region', { name: 'Stage' }).waitFor();
    await expect.poll(() => new URL(page.url()).search).toBe('?dataset=iris&features=2,3&algorithm=DBSCAN');
  });

  it('shows nothing of data without images while its own are on their way', async () => {
    const page = await open('?dataset=iris&algorithm=KMeans');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/data/mnist_784/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('tab', { name: 'Images' }).click();
    const map = page.getByRole('region', { name: 'Map' });
    await map.getByRole('heading', { name: 'Map of the images' }).waitFor();
    await expect.poll(() => page.getByRole('table', { name: 'Metrics' }).count()).toBe(0);
    expect(await page.getByRole('img', { name: /150 flowers/ }).count()).toBe(0);
    expect(await page.getByRole('region', { name: 'Centroids' }).textContent()).toContain('no clusters yet');
    release();
    await map.getByRole('heading', { name: 'Map of all 10,000 digits' }).waitFor();
    await map.getByRole('img', { name: /^Map of 10,000 digits/ }).waitFor();
    await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
  });

  it('offers images where data without them is chosen here', async () => {
    const page = await open(digits);
    await page.getByRole('combobox', { name: 'Dataset' }).click();
    await page.getByRole('option', { name: 'Wine' }).click();
    await page.getByRole('heading', { name: 'Wine has no pictures' }).waitFor();
    await button(page, 'All 1,797 digits').click();
    await centroid(page, 0).waitFor();
  });

  it('shows the members of the centroid that is clicked, those gone astray with their class', async () => {
    const page = await open(digits);
    await centroid(page, 3).click();
    await page.getByRole('region', { name: 'Cluster 3' }).waitFor();
    await page
      .getByRole('listbox', { name: 'Gone astray' })
      .getByRole('option', { name: /digit \d+, a \d, distance/ })
      .first()
      .waitFor();
    const distance = async (i: number) =>
      Number(
        /distance ([\d.]+)$/.exec((await members(page).getByRole('option').nth(i).getAttribute('aria-label'))!)?.[1],
      );
    await expect.poll(() => members(page).getByRole('option').count()).toBeGreaterThan(20);
    await expect.poll(async () => (await distance(20)) - (await distance(0))).toBeGreaterThan(0);
    await page.getByRole('img', { name: 'Spread of cluster 3' }).waitFor();
    // Only those that are seen are there; all of them can be reached by key.
    const size = Number(await members(page).getByRole('option').first().getAttribute('aria-setsize'));
    await expect.poll(() => members(page).getByRole('option').count()).toBeLessThan(size);
    await members(page).focus();
    await page.keyboard.press('End');
    const last = members(page).getByRole('option', { selected: true });
    await expect.poll(() => last.getAttribute('aria-posinset')).toBe(String(size));
    const stray = page.getByRole('listbox', { name: 'Gone astray' }).getByRole('option').first();
    const mostly = /: \d+ % (\d)/.exec((await page.getByRole('button', { name: /^Cluster 3\b/ }).textContent())!)![1];
    expect(await stray.getAttribute('aria-label')).toMatch(/digit \d+, a \d, distance/);
    expect(await stray.getAttribute('aria-label')).not.toContain(`a ${mostly},`);
    expect(await stray.textContent()).toMatch(/^\d$/);
  });

  it('says which cluster a drawing would join; a row can stand in, and joins its own', async () => {
    const page = await open(digits);
    const nearest = page.getByRole('status', { name: 'Nearest cluster' });
    await centroid(page, 0).waitFor();
    const paper = await boxAtRest(page.getByRole('img', { name: 'Drawing', exact: true }));
    const at = (x: number, y: number) => [paper.x + x * paper.width, paper.y + y * paper.height] as const;
    await page.mouse.move(...at(0.5, 0.2));
    await page.mouse.down();
    await page.mouse.move(...at(0.5, 0.8), { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => nearest.textContent()).toMatch(/Would join cluster \d, mostly 1s/);
    const distances = page.getByRole('list', { name: 'Distance to each centre' }).getByRole('listitem');
    await expect.poll(() => distances.count()).toBe(10);
    await button(page, 'Undo').click();
    await expect.poll(() => nearest.textContent()).toMatch(/^Which cluster/);
    await page.getByRole('region', { name: 'Cluster 0' }).waitFor();
    const first = members(page).getByRole('option').first();
    await first.waitFor();
    const row = /digit (\d+),/.exec((await first.getAttribute('aria-label'))!)![1]!;
    await page.getByRole('spinbutton', { name: 'Row to take' }).fill(row);
    await expect.poll(() => nearest.textContent()).toContain('Would join cluster 0');
  });

  it('is walked by keys: few stops before the images, a digit drawn with the pen of the keyboard', async () => {
    const page = await open(digits);
    await centroid(page, 9).waitFor();
    await page.getByRole('searchbox', { name: 'Search features' }).focus();
    // 64 features are one stop; arrows move between them.
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('pixel_0_1');
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^show \d+ more$/);
    await button(page, 'Race').focus();
    const paper = page.getByRole('application', { name: 'Draw by keys' });
    const hasFocus = () => paper.evaluate((node) => node === document.activeElement);
    for (let i = 0; i < 12 && !(await hasFocus()); i++) await page.keyboard.press('Tab');
    expect(await hasFocus()).toBe(true);
    await page.keyboard.press('Space');
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    const nearest = page.getByRole('status', { name: 'Nearest cluster' });
    await expect.poll(() => nearest.textContent()).toMatch(/Would join cluster \d, mostly 1s/);
    // The player did not hear of it.
    await expect.poll(() => narration(page).textContent()).toMatch(/converged/);
    await page.keyboard.press('Backspace');
    await expect.poll(() => nearest.textContent()).toMatch(/^Which cluster/);
  });

  it('races both methods from the same centres, and can be cancelled and closed', async () => {
    const page = await open(digits);
    await button(page, 'Race').click();
    await expect
      .poll(() => page.getByRole('img', { name: 'Centroid 0', exact: true }).count(), { timeout: 20_000 })
      .toBe(2);
    await button(page, 'Race again').waitFor();
    const scores = page.getByRole('table', { name: 'Scores of the race' });
    const figures = async (name: string) =>
      (await scores.getByRole('row', { name }).getByRole('cell').allTextContents()).map(Number);
    await expect.poll(async () => (await figures('v_measure_score')).filter((value) => value > 0.5).length).toBe(2);
    const time = page.getByRole('slider', { name: 'Race time' });
    await time.press('Home');
    const lights = () =>
      page
        .getByRole('img', { name: 'Centroid 0', exact: true })
        .evaluateAll((nodes) => nodes.map((node) => (node as HTMLCanvasElement).toDataURL()));
    await expect.poll(async () => new Set(await lights()).size).toBe(1);
    await time.press('End');
    await expect.poll(async () => new Set(await lights()).size).toBe(2);
    await page.getByRole('region', { name: 'Mini-Batch K-Means' }).getByRole('img', { name: 'Centroid 2' }).click();
    await members(page).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await button(page, 'Close race').click();
    await page.getByRole('slider', { name: 'Step' }).waitFor();
    // The button that was pressed is gone; whoever goes by keys is where it was opened.
    await expect.poll(focused).toBe('Race');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Close race');
    await page.keyboard.press('Enter');
    await page.getByRole('slider', { name: 'Step' }).waitFor();
    await expect.poll(() => page.getByRole('img', { name: 'Centroid 0', exact: true }).count()).toBe(1);
  });

  it('opens a race, and the cluster that was picked, by its link; Back closes the race', async () => {
    const page = await open(`${digits}&cluster=4`);
    const picked = page.getByRole('region', { name: 'Cluster 4', exact: true });
    await picked.waitFor();
    await button(page, 'Race').click();
    await button(page, 'Race again').waitFor();
    await expect.poll(() => page.url()).toMatch(/cluster=4&race=same$/);
    await page.goBack();
    await button(page, 'Close race').waitFor({ state: 'detached' });
    await picked.waitFor();
    await page.goForward();
    await button(page, 'Close race').waitFor();
    const other = await open(`${digits}&cluster=4&race=own`, {}, (at) => button(at, 'Race again'));
    await expect.poll(() => other.getByRole('img', { name: 'Centroid 4', exact: true }).count()).toBe(2);
    await other.getByRole('radio', { name: 'own seeds', checked: true }).waitFor({ state: 'attached' });
    await button(other, 'Close race').click();
    await other.getByRole('region', { name: 'Cluster 4', exact: true }).waitFor();
    await expect.poll(() => other.url()).toMatch(/cluster=4$/);
  });

  it('goes on where other data with fewer rows takes the place of what was there', async () => {
    const page = await open(`${digits}&rows=1700`);
    await members(page).waitFor();
    const rows = page.getByRole('spinbutton', { name: 'rows' });
    await rows.fill('60');
    await rows.press('Enter');
    await page.getByRole('heading', { name: 'Map of all 60 digits' }).waitFor();
    const listed = async () => members(page).getByRole('option').first().getAttribute('aria-setsize');
    await expect.poll(async () => Number(await listed())).toBeLessThan(60);
  });

  it('shows means where a method has no centroids, and says so', async () => {
    const page = await open('?lab=images&dataset=digits&algorithm=AgglomerativeClustering&n_clusters=4');
    await expect.poll(() => page.getByRole('img', { name: /^Mean of cluster \d$/ }).count()).toBeGreaterThanOrEqual(4);
    await page.getByText(/has no centroids: these are the mean images/).waitFor();
  });

  it('says what is wrong with a file that is cut off, and tries again', async () => {
    const page = await open(digits);
    let isBroken = true;
    await page.route('**/data/mnist_784/**', async (route) => {
      const answer = await route.fetch();
      const body = await answer.body();
      await route.fulfill({ response: answer, body: isBroken ? body.subarray(0, 5000) : body });
    });
    await page.getByRole('combobox', { name: 'Dataset' }).click();
    await page.getByRole('option', { name: 'MNIST digits' }).click();
    const alert = page.getByRole('region', { name: 'Run' }).getByRole('alert');
    await expect.poll(() => alert.textContent()).toMatch(/cut off: 5000 of \d+ bytes came/);
    isBroken = false;
    // The rail's section may be out of view: beside the images it is said as well.
    await page
      .getByRole('region', { name: 'Centroids' })
      .getByText(/cut off: .* What is shown is the data before\.$/)
      .waitFor();
    await page.getByRole('region', { name: 'Centroids' }).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.getByRole('region', { name: 'Centroids' }).textContent()).toContain('392,845');
  });

  it('works on a phone-sized screen', async () => {
    const page = await open(digits, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await centroid(page, 9).waitFor();
    for (const name of ['Centroids', 'Player', 'Draw', 'Cluster 0']) {
      const box = await boxAtRest(page.getByRole('region', { name, exact: true }));
      expect(box.width).toBeGreaterThan(200);
      expect(box.x + box.width).toBeLessThanOrEqual(391);
    }
    await centroid(page, 4).tap();
    // Its members are further down; a button leads there.
    await button(page, 'Members of cluster 4').tap();
    const top = async () => (await page.getByRole('region', { name: 'Cluster 4', exact: true }).boundingBox())?.y;
    await expect.poll(top).toBeGreaterThan(0);
    await expect.poll(top).toBeLessThan(200);
  });
});
