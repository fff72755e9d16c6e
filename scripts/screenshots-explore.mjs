// Pictures of Explore: each of its sections, in both themes.
import { join } from 'node:path';

/** What each section is shown with, in the address's words. */
const sections = {
  summary: 'dataset=wine',
  distributions: 'dataset=iris',
  pairs: 'dataset=wine',
  correlation: 'dataset=breast_cancer',
  parallel: 'dataset=wine',
  pca: 'dataset=wine',
  outliers: 'dataset=breast_cancer',
  scaling: 'dataset=wine',
  images: 'dataset=digits',
};

/** @param folder where the pictures go */
export async function takeExplore(browser, url, folder) {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme });
    for (const [section, query] of Object.entries(sections)) {
      await page.goto(`${url}?lab=explore&section=${section}&${query}`);
      const shown =
        section === 'summary' ? page.getByRole('table', { name: 'Summary' }) : page.getByRole('figure').first();
      await shown.waitFor();
      // Charts are drawn over several frames.
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
      const path = join(folder, `explore-${section}-${colorScheme}.png`);
      await page.screenshot({ path });
      console.log(path);
    }
    await page.close();
  }
}
