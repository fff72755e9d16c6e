import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { address, boxAtRest, browserPages, expectAddress, expectClusters, narration } from './support.ts';

const { open } = browserPages();

const center = (page: Page, label: number) => page.getByRole('button', { name: `Centre ${label}`, exact: true });
const stage = (page: Page) => page.locator('[data-stage] .cs-plot');
const selected = (page: Page) => page.getByText(/^\d+ selected$/);

async function lasso(page: Page, from: [number, number], to: [number, number]) {
  const box = await boxAtRest(stage(page));
  const at = ([x, y]: [number, number]) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  for (const corner of [[to[0], from[1]], to, [from[0], to[1]], from] as [number, number][]) {
    await page.mouse.move(...at(corner), { steps: 4 });
  }
  await page.mouse.up();
}

describe('a dragged centre', () => {
  it('becomes init by hand, and the run plays from there', async () => {
    const page = await open();
    // At this speed it plays for as long as it takes to look.
    await page.getByRole('combobox', { name: 'Speed' }).click();
    await page.getByRole('option', { name: '0.25×' }).click();
    const box = await boxAtRest(center(page, 0));
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 160, box.y - 160, { steps: 8 });
    await page.getByRole('radio', { name: 'by hand' }).waitFor({ state: 'attached' });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await page.keyboard.press('Home');
    await expect.poll(() => narration(page).textContent()).toMatch(/placed by hand/);
    await expect.poll(() => address(page).get('init')).not.toBeNull();
    await expectClusters(page, 3);
  });

  it('stays where it is when it is only pressed', async () => {
    const page = await open();
    await center(page, 0).click();
    await center(page, 1).click();
    await page.getByRole('button', { name: 'Restart' }).click();
    await expect.poll(() => narration(page).textContent()).toMatch(/k-means\+\+/);
    await expectAddress(page, { init: null });
  });

  it('moves by keys as well', async () => {
    const page = await open();
    await center(page, 1).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'by hand', checked: true }).waitFor({ state: 'attached' });
  });

  it('gives way to another count of clusters', async () => {
    const page = await open('?dataset=iris&features=2,3&n_clusters=2&init=[[1,0],[5,2]]');
    await expectClusters(page, 2);
    await page.getByRole('slider', { name: 'n_clusters' }).press('ArrowRight');
    await expectClusters(page, 3);
    await page.getByRole('radio', { name: 'k-means++', checked: true }).waitFor({ state: 'attached' });
  });
});

describe('a selection', () => {
  it('comes from the lasso and clears with Escape', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Lasso' }).click();
    await lasso(page, [0.02, 0.6], [0.3, 0.98]);
    await expect.poll(() => selected(page).textContent()).toBe('50 selected');
    const clusters = page.getByRole('region', { name: 'Clusters' });
    await expect.poll(() => clusters.locator('[aria-pressed=true]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await selected(page).waitFor({ state: 'detached' });
  });

  it('is one selection in all panels', async () => {
    const page = await open();
    const table = page.getByRole('region', { name: 'Species × cluster' }).getByRole('table');
    const clusters = page.getByRole('region', { name: 'Clusters' });
    await table
      .getByRole('button', { name: /setosa/ })
      .first()
      .waitFor();
    await table.getByRole('button').filter({ hasText: /^50$/ }).click();
    await expect.poll(() => selected(page).textContent()).toBe('50 selected');
    await clusters
      .getByRole('button')
      .filter({ hasNotText: '50' })
      .first()
      .click({ modifiers: ['Shift'] });
    await expect.poll(async () => Number.parseInt((await selected(page).textContent()) ?? '', 10)).toBeGreaterThan(95);
    await page.getByRole('button', { name: 'clear', exact: true }).click();
    await selected(page).waitFor({ state: 'detached' });
  });
});

it('all tools stand on one line of a small desktop, and a selection moves nothing', async () => {
  const query = '?algorithm=SpectralClustering&n_clusters=3&random_state=0&view=2,3';
  const page = await open(query, { viewport: { width: 1280, height: 800 } });
  const view = page.getByRole('combobox', { name: 'Projection' });
  await view.getByText('petal length × petal width').waitFor();
  await page.getByRole('combobox', { name: 'Space' }).waitFor();
  const line = (await boxAtRest(view)).y;
  const before = await boxAtRest(stage(page));
  expect((await boxAtRest(page.getByRole('group', { name: 'Pointer' }))).y).toBe(line);
  await page.getByRole('region', { name: 'Clusters' }).getByRole('button').first().click();
  await selected(page).waitFor();
  expect((await boxAtRest(page.getByRole('group', { name: 'Pointer' }))).y).toBe(line);
  expect(await boxAtRest(stage(page))).toEqual(before);
  await page.getByRole('button', { name: 'clear', exact: true }).click();
  await selected(page).waitFor({ state: 'detached' });
});

it('on a phone the picture stays in view while a slider below it is dragged', async () => {
  const page = await open('', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.getByRole('slider', { name: 'n_clusters' }).scrollIntoViewIfNeeded();
  await page.getByRole('slider', { name: 'n_clusters' }).press('ArrowRight');
  await expectClusters(page, 4);
  const places = () =>
    page.evaluate(() => {
      const place = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
      const [stage, slider] = [place('[aria-label="Stage"]'), place('input[aria-label="n_clusters"][type=range]')];
      return { top: stage.top, isBelow: slider.top > stage.bottom, isSeen: slider.bottom < innerHeight };
    });
  await expect.poll(places).toEqual({ top: 48, isBelow: true, isSeen: true });
});

describe('the picture', () => {
  it('tells of the point under the pointer', async () => {
    const page = await open();
    await page.locator('.cs-stage').focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('tooltip');
    await expect.poll(() => card.textContent()).toMatch(/flower \d+ · v(ersicolor|irginica)/);
    await expect.poll(() => card.textContent()).toMatch(/petal length\s*[\d.]+ cm/);
    await expect.poll(() => card.textContent()).toMatch(/nearest centre: \d, so cluster \d/);
  });

  it('shows any two features, or principal components', async () => {
    const page = await open();
    const projection = page.getByRole('combobox', { name: 'Projection' });
    await projection.click();
    await expect.poll(() => page.getByRole('option').count()).toBe(9);
    await page.getByRole('option', { name: 'sepal length × petal width' }).click();
    await expect.poll(() => page.locator('[data-stage]').textContent()).toMatch(/sepal length \(cm\)/);
    await projection.click();
    await page.getByRole('option', { name: /PCA/ }).click();
    await expect
      .poll(() => page.locator('[data-stage]').textContent())
      .toMatch(/component 1 \(\d+\.\d % of the variance\)/);
  });

  it('draws regions only where the two clustered features are in view', async () => {
    const page = await open();
    const regions = page.locator('.cs-regions path');
    await expect.poll(() => regions.count()).toBe(3);
    await page.getByRole('combobox', { name: 'Projection' }).click();
    await page.getByRole('option', { name: 'sepal length × sepal width' }).click();
    await expect.poll(() => regions.count()).toBe(0);
  });
});
