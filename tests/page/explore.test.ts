import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { queryText, recipeToQuery } from '../../src/engine/spec/url.ts';
import { browserPages } from './support.ts';

const { open } = browserPages();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
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

async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axe });
  const found = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as {
    id: string;
    impact: string;
    nodes: { html: string }[];
  }[];
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

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
    expect((await names())[0]).toBe('sepal length (cm)');
    await summary(page).getByRole('button', { name: 'std' }).click();
    expect(await names()).toEqual(['petal length (cm)', 'sepal length (cm)', 'petal width (cm)', 'sepal width (cm)']);
    expect(await summary(page).getByRole('columnheader', { name: 'std' }).getAttribute('aria-sort')).toBe('descending');
    await summary(page).getByRole('button', { name: 'std' }).click();
    expect((await names())[0]).toBe('sepal width (cm)');
  });

  it('has pages for 64 columns, the most telling first', async () => {
    const page = await explore('dataset=digits', {}, (p) => summary(p).getByRole('rowheader').first());
    expect(await summary(page).getByRole('rowheader').count()).toBe(40);
    expect(await summary(page).getByRole('columnheader', { name: 'η²' }).getAttribute('aria-sort')).toBe('descending');
    await page.getByRole('navigation', { name: 'Pages of columns' }).getByRole('button', { name: 'next' }).click();
    expect(await summary(page).getByRole('rowheader').count()).toBe(24);
  });
});

it.each(SECTIONS.slice(1))('%s is a link, draws without a NaN, says so in words, and exports', async (section) => {
  const page = await explore(`dataset=wine&section=${section}`, {}, drawn);
  expect(await sections(page).getByRole('tab', { selected: true }).getAttribute('id')).toBe(`section-${section}`);
  const figure = figures(page).first();
  await figure.locator('svg').last().waitFor();
  expect(await figure.innerHTML()).not.toMatch(/NaN|Infinity|undefined/);
  expect((await figure.locator('figcaption').textContent())!.length).toBeGreaterThan(20);
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
  await expect.poll(() => new URL(page.url()).searchParams.get('columns')).toBe('1');
  expect(new URL(page.url()).searchParams.get('section')).toBe('pairs');
  await page.goBack();
  await page.getByRole('button', { name: /6 of 30 columns/ }).waitFor();
});

it('opens with an overview: the columns at a glance and the balance of the classes', async () => {
  const page = await explore('dataset=wine&section=summary');
  expect(await sections(page).getByRole('tab', { selected: true }).textContent()).toBe('Overview');
  const glance = page.getByRole('figure', { name: 'Columns at a glance' });
  await glance.locator('svg path').first().waitFor();
  expect(await glance.locator('svg > g').count()).toBe(12);
  expect(await glance.locator('figcaption').textContent()).toContain('alcohol: from 11.03 to 14.83, median 13.05.');
  const balance = page.getByRole('figure', { name: 'Balance of the classes' });
  await balance.locator('svg').waitFor();
  expect(await balance.locator('figcaption').textContent()).toContain('class_1: 71 wines, 39.9 %.');
});

it('keeps the coefficient and the rule of outliers in the address', async () => {
  const page = await explore('dataset=wine&section=correlation&correlation=spearman', {}, drawn);
  expect(await page.getByRole('radio', { name: 'Spearman' }).isChecked()).toBe(true);
  await page.getByRole('tab', { name: 'Outliers' }).click();
  await page.getByRole('radiogroup', { name: 'Rule' }).getByText('IQR').click();
  await page.getByRole('spinbutton', { name: 'Threshold' }).fill('2.5');
  await expect.poll(() => new URL(page.url()).searchParams.get('outliers')).toBe('iqr,2.5');
  await page.reload();
  await page.getByRole('radio', { name: 'IQR' }).waitFor({ state: 'attached' });
  expect(await page.getByRole('spinbutton', { name: 'Threshold' }).inputValue()).toBe('2.5');
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
    const box = (await chart.boundingBox())!;
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
  const { x, y, width, height } = (await dots.first().boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await expect.poll(() => boxes.first().locator('.cs-figure-hovered circle').count()).toBe(1);
  await expect.poll(() => boxes.last().locator('.cs-figure-hovered circle').count()).toBe(1);
  await sections(page).getByRole('tab').first().hover();
  await expect.poll(() => page.locator('.cs-figure-hovered').count()).toBe(0);
});

it('a link to pictures of rows that are none says so, and opens the overview', async () => {
  const page = await explore('dataset=iris&section=images');
  await page.getByRole('alert').getByText('"images" is for pictures, which the rows of Iris are not').waitFor();
  expect(await sections(page).getByRole('tab', { selected: true }).textContent()).toBe('Overview');
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
    expect(await page.getByRole('region', { name: 'Explore' }).getByRole('alert').textContent()).toMatch(/beyond/);
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('axe finds nothing serious, on a phone neither', async () => {
    for (const section of ['summary', 'distributions', 'pairs', 'pca', 'outliers']) {
      const page = await explore(`dataset=wine&section=${section}`, {
        colorScheme,
        viewport: { width: section === 'pairs' ? 390 : 1440, height: 900 },
      });
      if (section !== 'summary') await drawn(page).waitFor();
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
  });
});

it.each([360, 390, 768, 1920])('has no horizontal scroll at %i pixels', async (width) => {
  const page = await explore('dataset=wine&section=distributions', { viewport: { width, height: 844 } }, drawn);
  for (const tab of await sections(page).getByRole('tab').all()) {
    await tab.click();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

it('shows pictures where rows are pictures, by class and by cluster', async () => {
  const page = await explore('dataset=digits&section=images', {}, drawn);
  const means = page.getByRole('figure', { name: 'Mean images' });
  expect(await means.locator('image').count()).toBe(11);
  await page.getByRole('radiogroup', { name: 'Colour' }).getByText('cluster').click();
  await means.locator('text', { hasText: 'cluster 9' }).waitFor();
  const iris = await explore('dataset=iris');
  expect(await sections(iris).getByRole('tab', { name: 'Pictures' }).count()).toBe(0);
});
