import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Locator } from 'playwright';
import { describe, expect, it } from 'vitest';
import { browserPages, expectMetric, expectNoScroll, expectSizes, expectWithin, narration } from './support.ts';

const { open, takeComplaints } = browserPages();

/** scikit-learn 1.9.1: KMeans(n_clusters=3, random_state=42) on petal length and width of iris. */
const reference = {
  homogeneity_score: 0.8639756867013152,
  silhouette_score: 0.6604800083974887,
};

/** Waits until no name runs into its figure, and the table into nothing beside it. */
async function expectWholeNames(table: Locator): Promise<void> {
  const clipped = () =>
    table.locator('tbody th').evaluateAll((cells) => {
      const words = document.createRange();
      return cells.filter((cell) => {
        words.selectNodeContents(cell);
        return words.getBoundingClientRect().right > cell.nextElementSibling!.getBoundingClientRect().left;
      }).length;
    });
  await expect.poll(clipped).toBe(0);
  await expect.poll(() => table.evaluate((node) => node.scrollWidth <= node.parentElement!.clientWidth)).toBe(true);
}

describe('the page', () => {
  it("opens on iris, clustered, with scikit-learn's numbers", async () => {
    const page = await open();
    await expectMetric(page, 'homogeneity_score', reference.homogeneity_score);
    await expectMetric(page, 'silhouette_score', reference.silhouette_score);
    await expectSizes(page, [48, 50, 52]);
    await expect.poll(() => page.getByRole('combobox', { name: 'Dataset' }).textContent()).toBe('Iris');
    await page.getByText('150 flowers · 4 features · 3 species known').waitFor();
    await expect.poll(() => narration(page).textContent()).toMatch(/converged/);
  });

  it('lays its words out once: the fonts come with the scripts', async () => {
    const page = await open();
    await page.evaluate(() => document.fonts.ready);
    const fonts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.woff2'))
        .map((entry) => (entry as PerformanceResourceTiming).initiatorType),
    );
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.every((by) => by === 'link')).toBe(true);
  });

  it('shows ten metrics by their function names', async () => {
    const page = await open();
    const names = await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').allTextContents();
    expect(names).toHaveLength(10);
    expect(names[0]).toBe('homogeneity_score');
    expect(names.every((name) => name.endsWith('_score'))).toBe(true);
  });

  // A page that opens at a width, and one that is made wider and narrower.
  it.each([360, 1920])(
    'has all its parts, opened at %i pixels and then at others, without horizontal scroll',
    async (first) => {
      const page = await open('', { viewport: { width: first, height: 844 } });
      for (const width of [first, 390, 768, 960, 1100, 1440]) {
        await page.setViewportSize({ width, height: 844 });
        await expectNoScroll(page, width);
        for (const name of ['Stage', 'Player', 'Clusters', 'Silhouette']) {
          await expectWithin(page.getByRole('region', { name }), width, 100);
        }
        const tabs = page.getByRole('tablist', { name: 'Labs' });
        const right = (element: Locator) => element.evaluate((node) => node.getBoundingClientRect().right);
        await expect
          .poll(async () => (await right(tabs.getByRole('tab').last())) - (await right(tabs)))
          .toBeLessThanOrEqual(1);
        await expectWholeNames(page.getByRole('table', { name: 'Metrics' }));
      }
    },
  );

  it('says where the code of a lab does not arrive, and tries again', async () => {
    const page = await open();
    const script = '**/TuneLab-*.js';
    await page.route(script, (route) => route.abort());
    await page.getByRole('tab', { name: 'Tune' }).click();
    await page.getByRole('alert').getByText('Tune could not be loaded').waitFor();
    await page.unroute(script);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('table', { name: 'Sweep' }).waitFor();
    const said = new Set<string>();
    const complaints = () => {
      for (const words of takeComplaints()) said.add(words);
      return [...said];
    };
    await expect.poll(complaints).toEqual(['error: Failed to load resource: net::ERR_FAILED']);
  });

  it('loads at most 300 kB of script, gzipped, before the first picture', () => {
    const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
    const first = [...readFileSync(`${dist}index.html`, 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)];
    expect(first.length).toBeGreaterThan(0);
    const worker = readdirSync(`${dist}assets`).filter((name) => /^worker.*\.js$/.test(name));
    const files = [...first.map(([, file]) => file!), ...worker.map((name) => `assets/${name}`)];
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(dist + file)).length, 0);
    expect(bytes).toBeLessThan(300_000);
  });
});
