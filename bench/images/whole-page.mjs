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

/** A browser has pages of its own to bring up, which take a second of the processors. */
const SETTLE_MS = 3000;

/**
 * Opens the page itself with all 70,000 digits and lets it cluster, score and project them, twice: reading the memory ten times a
 * second holds up the very threads whose tasks are watched.
 * @returns `{ most, after, task }`: megabytes at most and at rest (null where they cannot be read), the longest task of the main thread from the navigation
 * on in milliseconds (0: none over 50)
 */
export async function measureWholePage() {
  const { url, close } = await servePage();
  try {
    const task = await visit(url, async (page) => {
      await scored(page);
      return Math.max(0, ...(await page.evaluate(() => window.longTasks)));
    });
    const { most, after } = await visit(url, measureMemory);
    return { most: after && most, after, task };
  } finally {
    await close();
  }
}

async function visit(url, during) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.waitForTimeout(SETTLE_MS);
    await page.addInitScript(watch);
    await page.goto(url + query);
    return await during(page, browser);
  } finally {
    await browser.close();
  }
}

const scored = (page) =>
  page
    .getByRole('row', { name: /silhouette_score/ })
    .getByText(/0\.0/)
    .waitFor({ timeout: 120_000 });

async function measureMemory(page, browser) {
  let most = 0;
  let isOver = false;
  const sampling = (async () => {
    while (!isOver) {
      most = Math.max(most, (await pageMegabytes(browser)) ?? 0);
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
    }
  })();
  await scored(page);
  isOver = true;
  await sampling;
  await page.waitForTimeout(3000);
  return { most, after: await pageMegabytes(browser) };
}
