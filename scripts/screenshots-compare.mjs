// Pictures of Compare: its three sections, in both themes.
import { join } from 'node:path';

/** What each is shown with, in the address's words, and what says that it is there. */
const sections = {
  compare: {
    query: 'dataset=iris',
    ready: (page) => page.locator('article [title="Fit time"]').nth(7).waitFor(),
  },
  'compare-grid': {
    query: 'section=grid',
    ready: (page) => page.getByText('64 of 64', { exact: true }).waitFor({ timeout: 60_000 }),
  },
  'compare-difference': {
    query: 'dataset=iris&section=difference&pair=0,3',
    ready: (page) => page.getByRole('figure', { name: 'Contingency of two results' }).locator('svg').waitFor(),
  },
};

/** @param folder where the pictures go */
export async function takeCompare(browser, url, folder) {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1150 }, colorScheme });
    for (const [name, { query, ready }] of Object.entries(sections)) {
      await page.goto(`${url}?lab=compare&${query}`);
      await ready(page);
      // Charts are drawn over several frames.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
      const path = join(folder, `${name}-${colorScheme}.png`);
      await page.screenshot({ path });
      console.log(path);
    }
    await page.close();
  }
}
