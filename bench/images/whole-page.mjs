import { servePage } from '../serve.mjs';
import { launch, pageMegabytes } from './chromium.mjs';

const query = '?dataset=mnist_784&rows=70000&scaler=unit&algorithm=KMeans&n_clusters=10&random_state=42';
const SAMPLE_MS = 100;

/** Runs in the page before its own scripts. */
function watch() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}

/**
 * Opens the page itself with all 70,000 digits and lets it cluster, score and project them.
 * @returns `{ most, after, task }`: megabytes at most and at rest (null where they cannot be read), the longest task of the main thread from the navigation
 * on in milliseconds (0: none over 50)
 */
export async function measureWholePage() {
  const { url, close } = await servePage();
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.addInitScript(watch);
    await page.goto(url + query);
    let most = 0;
    let isOver = false;
    const sampling = (async () => {
      while (!isOver) {
        most = Math.max(most, (await pageMegabytes(browser)) ?? 0);
        await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
      }
    })();
    await page
      .getByRole('row', { name: /silhouette_score/ })
      .getByText(/0\.0/)
      .waitFor({ timeout: 120_000 });
    isOver = true;
    await sampling;
    const task = Math.max(0, ...(await page.evaluate(() => window.longTasks)));
    await page.waitForTimeout(3000);
    const after = await pageMegabytes(browser);
    return { most: after && most, after, task };
  } finally {
    await browser.close();
    await close();
  }
}
