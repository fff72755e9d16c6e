import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { browserPages, clusterSizes, expectMetric, narration } from './support.ts';

const { open } = browserPages();

/** scikit-learn 1.9.1: KMeans(n_clusters=3, random_state=42) on petal length and width of iris. */
const reference = {
  homogeneity_score: 0.8639756867013152,
  silhouette_score: 0.6604800083974887,
};

describe('the page', () => {
  it("opens on iris, clustered, with scikit-learn's numbers", async () => {
    const page = await open();
    await expectMetric(page, 'homogeneity_score', reference.homogeneity_score);
    await expectMetric(page, 'silhouette_score', reference.silhouette_score);
    expect((await clusterSizes(page)).sort()).toEqual([48, 50, 52]);
    expect(await page.getByRole('combobox', { name: 'Dataset' }).textContent()).toBe('Iris');
    expect(await page.getByText('150 flowers · 4 features · 3 species known').count()).toBe(1);
    await expect.poll(() => narration(page).textContent()).toMatch(/converged/);
  });

  it('shows ten metrics by their function names', async () => {
    const page = await open();
    const names = await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').allTextContents();
    expect(names).toHaveLength(10);
    expect(names[0]).toBe('homogeneity_score');
    expect(names.every((name) => name.endsWith('_score'))).toBe(true);
  });

  it.each([360, 390, 768, 960, 1100, 1920])(
    'has no horizontal scroll at %i pixels, and its parts are all there',
    async (width) => {
      const page = await open('', { viewport: { width, height: 844 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      for (const name of ['Stage', 'Player', 'Clusters', 'Silhouette']) {
        const box = await page.getByRole('region', { name }).boundingBox();
        expect(box!.width).toBeGreaterThan(100);
        expect(box!.x + box!.width).toBeLessThanOrEqual(width + 1);
      }
      const tabs = page.getByRole('tablist', { name: 'Labs' });
      const last = await tabs.getByRole('tab').last().boundingBox();
      const list = await tabs.boundingBox();
      expect(last!.x + last!.width).toBeLessThanOrEqual(list!.x + list!.width + 1);
    },
  );

  it.each([360, 1100, 1440, 1920])('shows the names of the metrics in full at %i pixels', async (width) => {
    const page = await open('', { viewport: { width, height: 900 } });
    const table = page.getByRole('table', { name: 'Metrics' });
    const clipped = await table.locator('tbody th').evaluateAll((cells) => {
      const words = document.createRange();
      return cells.filter((cell) => {
        words.selectNodeContents(cell);
        return words.getBoundingClientRect().right > cell.nextElementSibling!.getBoundingClientRect().left;
      }).length;
    });
    expect(clipped).toBe(0);
    expect(await table.evaluate((node) => node.scrollWidth <= node.parentElement!.clientWidth)).toBe(true);
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
