// Pans and zooms the map of all 70,000 digits by hand: a frame may take 33 ms, headless and without a GPU.
// `--rows=10000` takes the first rows only.
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../scripts/browser.mjs';
import { option } from './option.mjs';
import { servePage } from './serve.mjs';
import { milliseconds, quantile } from './statistics.mjs';

const BUDGET = 33;
const rows = Number(option('rows') ?? 70_000);
const query = `?${new URLSearchParams({
  lab: 'images',
  dataset: 'mnist_784',
  rows,
  scaler: 'unit',
  algorithm: 'KMeans',
  n_clusters: 10,
  random_state: 42,
})}`;

/** In the page: notes how long each animation frame's own work takes, and how far apart frames are. */
function watch() {
  const bench = { work: [], apart: [], tasks: [] };
  window.bench = bench;
  let last = 0;
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((now) => {
      const began = performance.now();
      callback(now);
      bench.work.push(performance.now() - began);
    });
  const tick = (now) => {
    if (last) bench.apart.push(now - last);
    last = now;
    request(tick);
  };
  request(tick);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

const clear = (page) => page.evaluate(() => Object.assign(window.bench, { work: [], apart: [], tasks: [] }));
const nextFrame = (page) => page.evaluate(() => new Promise(requestAnimationFrame));

function report(title, { work, apart, tasks }) {
  const sorted = [...apart].sort((a, b) => a - b);
  const own = work.filter((time) => time > 0.5).sort((a, b) => a - b);
  const p95 = quantile(own, 0.95);
  const good = p95 <= BUDGET;
  console.log(`${title}, ${own.length} frames drawn`);
  console.log(
    `  drawing p50 ${milliseconds(quantile(own, 0.5))}  p95 ${milliseconds(p95)}  max ${milliseconds(own.at(-1) ?? 0)}`,
  );
  console.log(
    `  from frame to frame p50 ${milliseconds(quantile(sorted, 0.5))}  p95 ${milliseconds(quantile(sorted, 0.95))}`,
  );
  console.log(`  longest task ${milliseconds(Math.max(0, ...tasks))}`);
  console.log(`  ${good ? 'within' : 'OVER'} the budget: drawing p95 ≤ ${BUDGET} ms`);
  return good;
}

async function pan(page, box, turns) {
  const middle = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(...middle);
  await page.mouse.down();
  for (let i = 0; i < turns; i++) {
    await page.mouse.move(middle[0] + 120 * Math.sin(i / 6), middle[1] + 80 * Math.cos(i / 5));
    await nextFrame(page);
  }
  await page.mouse.up();
}

const { url, close } = await servePage();
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(url + query);
  await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor({ timeout: 120_000 });
  const map = page.getByRole('region', { name: 'Map', exact: true });
  await map.locator('.cs-picture[aria-label]').waitFor({ timeout: 60_000 });
  await map.scrollIntoViewIfNeeded();
  const box = await map.locator('.cs-plot').boundingBox();
  const middle = [box.x + box.width / 2, box.y + Math.min(box.height, 880 - box.y) / 2];
  const seen = { ...box, height: 2 * (middle[1] - box.y) };
  const wheel = async (steps, by) => {
    await page.mouse.move(...middle);
    for (let i = 0; i < steps; i++) {
      await page.mouse.wheel(0, by);
      await nextFrame(page);
    }
  };
  let good = true;
  const take = async (title, work) => {
    await clear(page);
    await work();
    good = report(title, await page.evaluate(() => window.bench)) && good;
  };
  await wheel(2, -60);
  await take('pan, all dots', () => pan(page, seen, 60));
  await take('zoom in, dots become pictures', () => wheel(60, -40));
  await take('pan, pictures', () => pan(page, seen, 60));
  await take('zoom out', () => wheel(60, 40));
  process.exitCode = good ? 0 : 1;
} finally {
  await browser.close();
  await close();
}
