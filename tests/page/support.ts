import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { browserArguments, findBrowser } from '../../scripts/browser.mjs';

const desktop = { width: 1440, height: 900 };
const firstRow = (page: Page, table: string) => page.getByRole('table', { name: table }).getByRole('rowheader').first();

/**
 * One browser for the tests of a file. `open` gives each test a page of its own; at the end of the test the page is closed,
 * and it must have said nothing on its console and thrown nothing. `ready`: the table whose rows
 * say that the page is there, or whatever else does.
 */
export function browserPages(): {
  open(query?: string, options?: BrowserContextOptions, ready?: string | ((page: Page) => Locator)): Promise<Page>;
  /** What the pages of this test have said so far, for a test in which they should: it is not held against them then. */
  takeComplaints(): string[];
} {
  let browser: Browser;
  let pages: Page[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments });
  });
  afterAll(() => browser.close());
  const takeComplaints = () => complaints.splice(0);
  afterEach(async () => {
    for (const page of pages) await page.context().close();
    pages = [];
    expect(takeComplaints()).toEqual([]);
  });
  return {
    takeComplaints,
    async open(query = '', options = {}, ready = 'Metrics') {
      const context = await browser.newContext({ viewport: desktop, ...options });
      const page = await context.newPage();
      pages.push(page);
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
      await page.goto(inject('url') + query);
      await (typeof ready === 'string' ? firstRow(page, ready) : ready(page)).waitFor();
      // Another type would be measured until ours is there.
      await page.evaluate(() => document.fonts.ready.then(() => {}));
      return page;
    },
  };
}

/** What stands in the page's address. It changes a moment after the page has asked for it: to be polled. */
export const address = (page: Page) => new URL(page.url()).searchParams;

/** Waits until these keys of the address have these values. */
export async function expectAddress(page: Page, keys: Record<string, string | null>): Promise<void> {
  const shown = () => Object.fromEntries(Object.keys(keys).map((key) => [key, address(page).get(key)]));
  await expect.poll(shown).toEqual(keys);
}

/** Stops the page's clock: what moves by it waits for `page.clock.runFor`, or for `page.clock.resume`. */
export async function stopClock(page: Page): Promise<void> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(60_000);
}

/** Waits until the page is no wider than the window. */
export async function expectNoScroll(page: Page, width: number): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}

/** Where an element is in the window once it has come to rest. */
export async function boxAtRest(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  return element.evaluate(async (node) => {
    const look = () => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return { x, y, width, height };
    };
    let box = look();
    for (let still = 0; still < 5; ) {
      await new Promise(requestAnimationFrame);
      const next = look();
      still = JSON.stringify(next) === JSON.stringify(box) ? still + 1 : 0;
      box = next;
    }
    return box;
  });
}

/** Waits until an element is wider than `least` and ends within a window of that width. */
export async function expectWithin(element: Locator, width: number, least: number): Promise<void> {
  const place = () =>
    element.evaluate((node) => {
      const { width, right } = node.getBoundingClientRect();
      return { width, right };
    });
  const isWithin = (at: { width: number; right: number }) => at.width > least && at.right <= width + 1;
  await expect.poll(place).toSatisfy(isWithin, `wider than ${least} and within ${width}`);
}

/** A metric's full value, as the table carries it. */
export async function metric(page: Page, name: string): Promise<number> {
  const cell = page.getByRole('row', { name }).getByRole('cell').first();
  return Number(await cell.getAttribute('title'));
}

/** Waits until the metric has this value, to nine decimals. */
export async function expectMetric(page: Page, name: string, value: number): Promise<void> {
  await expect.poll(() => metric(page, name)).toBeCloseTo(value, 9);
}

/** The sizes of the clusters, by their buttons' words ("cluster 0, 48 flowers, mean silhouette 0.49"). */
export async function clusterSizes(page: Page): Promise<number[]> {
  const rows = await page.getByRole('region', { name: 'Clusters' }).getByRole('button').allTextContents();
  return rows.map((words) => Number(/, ([\d,]+) /.exec(words)?.[1]?.replaceAll(',', '')));
}

/** Waits until the clusters have these sizes, in any order. */
export async function expectSizes(page: Page, sizes: readonly number[]): Promise<void> {
  const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
  await expect.poll(async () => ascending(await clusterSizes(page))).toEqual(ascending(sizes));
}

/** Waits until there are that many clusters. */
export async function expectClusters(page: Page, count: number): Promise<void> {
  const rows = page.getByRole('region', { name: 'Clusters' }).getByRole('button');
  await expect.poll(() => rows.count()).toBe(count);
}

/** The words of the narration. */
export const narration = (page: Page) => page.getByRole('status', { name: 'Narration' });
