import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { queryText, recipeToQuery } from '../../src/engine/spec/url.ts';
import { axeViolations } from './axe.ts';
import { boxAtRest, browserPages, expectAddress, expectNoScroll } from './support.ts';

const { open } = browserPages();
const SECTIONS = [
  'summary',
  'distributions',
  'pairs',
  'correlation',
  'parallel',
  'pca',
  'outliers',
  'scaling',
] as const;

const sections = (page: Page) => page.getByRole('tablist', { name: 'Sections' });
const explore = (query: string, options = {}, ready = sections) => open(`?lab=explore&${query}`, options, ready);
const figures = (page: Page) => page.getByRole('figure');
const summary = (page: Page) => page.getByRole('table', { name: 'Summary' });
/** The chart of the first figure, drawn. */
const drawn = (page: Page) => figures(page).first().locator('svg, canvas').first();
const own = (X: number[][], extra = {}) =>
  queryText(recipeToQuery({ dataset: { X, ...extra }, algorithm: 'KMeans', params: { n_clusters: 1 } }));

describe('the summary', () => {
  it('says what pandas says, and sorts', async () => {
    const page = await explore('dataset=iris', {}, (p) => summary(p).getByRole('rowheader').first());
    const cells = await summary(page).getByRole('row', { name: 'sepal length' }).getByRole('cell').allTextContents();
    expect(cells.slice(0, 12)).toEqual([
      '150',
      '0',
      '35',
      '4.3',
      '5.1',
      '5.8',
      '6.4',
      '7.9',
      '5.843',
      '0.8281',
      '0.3149',
      '0.6187',
    ]);
    const names = () => summary(page).getByRole('rowheader').allTextContents();
    await expect.poll(async () => (await names())[0]).toBe('sepal length (cm)');
    await summary(page).getByRole('button', { name: 'std' }).click();
    await expect
      .poll(names)
      .toEqual(['petal length (cm)', 'sepal length (cm)', 'petal width (cm)', 'sepal width (cm)']);
    await expect
      .poll(() => summary(page).getByRole('columnheader', { name: 'std' }).getAttribute('aria-sort'))
      .toBe('descending');
    await summary(page).getByRole('button', { name: 'std' }).click();
    await expect.poll(async () => (await names())[0]).toBe('sepal width (cm)');
  });

  it('has pages for 64 columns, the most telling first', async () => {
    const page = await explore('dataset=digits', {}, (p) => summary(p).getByRole('rowheader').first());
    await expect.poll(() => summary(page).getByRole('rowheader').count()).toBe(40);
    await expect
      .poll(() => summary(page).getByRole('columnheader', { name: 'η²' }).getAttribute('aria-sort'))
      .toBe('descending');
    await page.getByRole('navigation', { name: 'Pages of columns' }).getByRole('button', { name: 'next' }).click();
    await expect.poll(() => summary(page).getByRole('rowheader').count()).toBe(24);
  });
});

it.each(SECTIONS.slice(1))('%s is a link, draws without a NaN, says so in words, and exports', async (section) => {
  const page = await explore(`dataset=wine&section=${section}`, {}, drawn);
  await page.locator(`#section-${section}[aria-selected=true]`).waitFor();
  const figure = figures(page).first();
  await figure.locator('svg').last().waitFor();
  expect(await figure.innerHTML()).not.toMatch(/NaN|Infinity|undefined/);
  await expect.poll(async () => (await figure.locator('figcaption').textContent())!.length).toBeGreaterThan(20);
  for (const kind of ['SVG', 'PNG']) {
    const saved = page.waitForEvent('download');
    await figure.getByRole('button', { name: new RegExp(`^Export .* as ${kind}$`) }).click();
    const bytes = readFileSync(await (await saved).path());
    expect(bytes.subarray(0, 8).toString('latin1')).toMatch(kind === 'SVG' ? /^<svg/ : /PNG/);
    if (kind === 'SVG') expect(bytes.toString().replaceAll(/href="data:[^"]*"/g, '')).not.toMatch(/var\(|NaN|class="/);
  }
});

it('choosing a section and columns writes the address, and Back goes back', async () => {
  const page = await explore('dataset=breast_cancer');
  await sections(page).getByRole('tab', { name: 'Scatter matrix' }).click();
  await page.getByRole('button', { name: /6 of 30 columns: those whose classes lie farthest apart/ }).click();
  const chips = page.getByRole('group', { name: 'Columns' });
  await chips.getByRole('button', { name: 'none', exact: true }).click();
  await chips.getByRole('button', { name: 'mean texture' }).click();
  await expectAddress(page, { columns: '1', section: 'pairs' });
  await page.goBack();
  await page.getByRole('button', { name: /6 of 30 columns/ }).waitFor();
});

it('opens with an overview: the columns at a glance and the balance of the classes', async () => {
  const page = await explore('dataset=wine&section=summary');
  await sections(page).getByRole('tab', { name: 'Overview', selected: true }).waitFor();
  const glance = page.getByRole('figure', { name: 'Columns at a glance' });
  await glance.locator('svg path').first().waitFor();
  await expect.poll(() => glance.locator('svg > g').count()).toBe(12);
  await glance.locator('figcaption', { hasText: 'alcohol: from 11.03 to 14.83, median 13.05.' }).waitFor();
  const balance = page.getByRole('figure', { name: 'Balance of the classes' });
  await balance.locator('svg').waitFor();
  await balance.locator('figcaption', { hasText: 'class_1: 71 wines, 39.9 %.' }).waitFor();
});

it('keeps the coefficient and the rule of outliers in the address', async () => {
  const page = await explore('dataset=wine&section=correlation&correlation=spearman', {}, drawn);
  await page.getByRole('radio', { name: 'Spearman', checked: true }).waitFor({ state: 'attached' });
  await page.getByRole('tab', { name: 'Outliers' }).click();
  await page.getByRole('radiogroup', { name: 'Rule' }).getByText('IQR').click();
  await page.getByRole('spinbutton', { name: 'Threshold' }).fill('2.5');
  await expectAddress(page, { outliers: 'iqr,2.5' });
  await page.reload();
  await page.getByRole('radio', { name: 'IQR' }).waitFor({ state: 'attached' });
  await expect.poll(() => page.getByRole('spinbutton', { name: 'Threshold' }).inputValue()).toBe('2.5');
});

describe('the scatter matrix', () => {
  it('selects by a brush, everywhere; Shift adds, Alt removes, Esc clears', async () => {
    const page = await explore('dataset=iris&section=pairs', {}, (p) =>
      p.getByRole('group', { name: 'Scatter matrix' }),
    );
    const chart = page.getByRole('group', { name: 'Scatter matrix' });
    await expect
      .poll(() => chart.locator('canvas').evaluate((node) => (node as HTMLCanvasElement).width))
      .toBeGreaterThan(600);
    const box = await boxAtRest(chart);
    const status = page.getByRole('status').filter({ hasText: 'selected' });
    /** Over the histogram of sepal length: from one share of the cell's width to another. */
    const brush = async (from: number, to: number) => {
      await page.mouse.move(box.x + 46 + from * 232, box.y + 60);
      await page.mouse.down();
      await page.mouse.move(box.x + 46 + to * 232, box.y + 160, { steps: 4 });
      await page.mouse.up();
    };
    await brush(0.02, 0.45);
    await expect.poll(() => status.textContent()).toMatch(/^\d+ flowers selected$/);
    const count = async () => Number.parseInt((await status.textContent())!, 10);
    const first = await count();
    expect(first).toBeGreaterThan(50);
    await page.keyboard.down('Shift');
    await brush(0.6, 0.9);
    await page.keyboard.up('Shift');
    await expect.poll(count).toBeGreaterThan(first);
    const more = await count();
    await page.keyboard.down('Alt');
    await brush(0.02, 0.2);
    await page.keyboard.up('Alt');
    await expect.poll(count).toBeLessThan(more);
    const left = await count();
    await page.getByRole('tab', { name: 'Cluster' }).click();
    await page.getByText(`${left} selected`).waitFor();
    await page.goBack();
    await chart.waitFor();
    await chart.focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => status.count()).toBe(0);
  });
});

it('a row under the pointer is marked in every chart that draws it', async () => {
  const page = await explore('dataset=iris&section=distributions', {}, drawn);
  const boxes = page.getByRole('figure', { name: /^Boxes of sepal/ });
  const dots = boxes.first().locator('[aria-label="dot"] circle');
  await boxes.last().locator('[aria-label="dot"] circle').first().waitFor();
  expect(await page.locator('.cs-figure-hovered').count()).toBe(0);
  await dots.first().scrollIntoViewIfNeeded();
  const { x, y, width, height } = await boxAtRest(dots.first());
  await page.mouse.move(x + width / 2, y + height / 2);
  await expect.poll(() => boxes.first().locator('.cs-figure-hovered circle').count()).toBe(1);
  await expect.poll(() => boxes.last().locator('.cs-figure-hovered circle').count()).toBe(1);
  await sections(page).getByRole('tab').first().hover();
  await expect.poll(() => page.locator('.cs-figure-hovered').count()).toBe(0);
});

it('a link to pictures of rows that are none says so, and opens the overview', async () => {
  const page = await explore('dataset=iris&section=images');
  await page.getByRole('alert').getByText('"images" is for pictures, which the rows of Iris are not').waitFor();
  await sections(page).getByRole('tab', { name: 'Overview', selected: true }).waitFor();
});

describe('data that are hard to draw', () => {
  const cases = {
    'a single row': own([[1, 2, 3]]),
    'two equal rows': own([
      [1, 2],
      [1, 2],
    ]),
    'one distinct value in a column': own([
      [1, 2],
      [1, 3],
      [1, 5],
      [1, 9],
    ]),
    'one column': own([[1], [2], [4]]),
  };
  it.each(Object.entries(cases))('%s is shown for what it is', async (_, query) => {
    const page = await explore(query, {}, (p) => summary(p).getByRole('rowheader').first());
    expect(await summary(page).innerHTML()).not.toMatch(/NaN|Infinity|undefined/);
    for (const tab of await sections(page).getByRole('tab').all()) {
      await tab.click();
      const panel = page.getByRole('tabpanel').last();
      await expect.poll(() => panel.getByRole('figure').or(panel.getByRole('table')).count()).toBeGreaterThan(0);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      expect(await panel.innerHTML()).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it('what does not load says why', async () => {
    const page = await explore(
      own([
        [1e200, 1],
        [0, 1],
      ]),
      {},
      (p) => p.getByRole('alert'),
    );
    await page
      .getByRole('region', { name: 'Explore' })
      .getByRole('alert')
      .getByText(/beyond/)
      .waitFor();
  });
});

it('axe finds nothing serious in either theme, on a phone neither', async () => {
  const page = await explore('dataset=wine&section=distributions', {}, drawn);
  for (const section of ['distributions', 'summary', 'pairs', 'pca', 'outliers']) {
    await page.setViewportSize({ width: section === 'pairs' ? 390 : 1440, height: 900 });
    await sections(page).locator(`#section-${section}`).click();
    await page.locator(`#section-${section}[aria-selected=true]`).waitFor();
    if (section !== 'summary') await drawn(page).waitFor();
    expect(await axeViolations(page), section).toEqual([]);
  }
});

it('has no horizontal scroll at any width', async () => {
  const page = await explore('dataset=wine&section=distributions', { viewport: { width: 360, height: 844 } }, drawn);
  for (const tab of await sections(page).getByRole('tab').all()) {
    await tab.click();
    for (const width of [360, 390, 768, 1920]) {
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await expectNoScroll(page, width);
    }
  }
});

it('shows pictures where rows are pictures, by class and by cluster', async () => {
  const page = await explore('dataset=digits&section=images', {}, drawn);
  const means = page.getByRole('figure', { name: 'Mean images' });
  await expect.poll(() => means.locator('image').count()).toBe(11);
  await page.getByRole('radiogroup', { name: 'Colour' }).getByText('cluster').click();
  await means.locator('text', { hasText: 'cluster 9' }).waitFor();
  const iris = await explore('dataset=iris');
  expect(await sections(iris).getByRole('tab', { name: 'Pictures' }).count()).toBe(0);
});
