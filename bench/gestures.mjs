// What a reader does in Compare, and the longest main-thread task of each gesture: at most 50 ms. Processor time stands beside
// wall time, which on a busy machine says nothing. `--why` prints what the longest tasks were made of.
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../scripts/browser.mjs';
import { servePage } from './serve.mjs';
import { tasksDuring } from './tasks.mjs';

const BUDGET = 50;
const QUERIES = {
  iris: 'dataset=iris',
  'blobs 10,000':
    'dataset=make_blobs&data.n_samples=10000&data.random_state=0&algorithm=KMeans&compare=KMeans,MiniBatchKMeans,DBSCAN,Birch',
};
const isTold = process.argv.includes('--why');

const section = (name) => `[aria-label="Section"] label:has-text("${name}")`;
/** Headless Chromium may have no idle moment to tell of: then the time limit does. */
const rest = (page, ms = 600) =>
  page.evaluate((ms) => new Promise((done) => setTimeout(() => requestIdleCallback(done, { timeout: 500 }), ms)), ms);
const count = (page, selector, n) =>
  page.waitForFunction(([selector, n]) => document.querySelectorAll(selector).length >= n, [selector, n], {
    timeout: 90_000,
  });
const fitTimes = '[aria-label="Compare"] article [title="Fit time"]';

/** In this order: each begins where the one before it ended. */
const gestures = (several) => ({
  'opening Compare': async (page) => {
    await page.click('#tab-compare');
    await count(page, fitTimes, several);
  },
  play: async (page) => {
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForTimeout(2500);
    await page.keyboard.press('End');
  },
  'drag of the step': async (page) => {
    const box = await page.locator('[aria-label="Player"] input[type=range]').boundingBox();
    await page.mouse.move(box.x + box.width - 8, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 8, box.y + box.height / 2, { steps: 25 });
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 25 });
    await page.mouse.up();
  },
  hover: async (page) => {
    const box = await page.locator('[aria-label="Compare"] article [role=img]').first().boundingBox();
    for (let i = 0; i < 40; i++)
      await page.mouse.move(box.x + (i / 40) * box.width, box.y + box.height * (0.4 + 0.3 * Math.sin(i)));
  },
  zoom: async (page) => {
    for (let i = 0; i < 5; i++) await page.click('[aria-label="Zoom in"]');
    await page.click('[aria-label="Reset zoom"]');
  },
  'sort the table': async (page) => {
    for (const i of [2, 5, 9, 13, 1, 1]) {
      await page.click(`table[aria-label="Scores"] thead th:nth-child(${i}) button`);
    }
  },
  'once more the same': async (page) => {
    await page.click('[aria-label="Duplicate K-Means"]');
    await count(page, fitTimes, several + 1);
  },
  'open parameters': async (page) => {
    await page.click('[aria-label="Parameters of K-Means 2"]');
    await rest(page, 300);
    await page.keyboard.press('Escape');
  },
  'to The difference': async (page) => {
    await page.click(section('Difference'));
    await page.waitForSelector('figure [role=button], [aria-label^="From K-Means"] [role=button]');
  },
  'select what moved': async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('[aria-label^="From K-Means"] [role=button]').first().click();
  },
  'to the grid': async (page) => {
    await page.click(section('Grid'));
    await count(page, 'table[aria-label="Grid"] td canvas', 64);
  },
  'back to side by side': async (page) => {
    await page.click(section('Side by side'));
    await count(page, fitTimes, several);
  },
});

function report(dataset, gesture, tasks) {
  const longest = tasks[0]?.wall ?? 0;
  const busiest = tasks.reduce((most, { cpu }) => Math.max(most, cpu), 0);
  const isOver = busiest > BUDGET;
  console.log(
    `${dataset.padEnd(13)} ${gesture.padEnd(22)} longest task ${busiest.toFixed(0).padStart(3)} ms of the processor, ` +
      `${longest.toFixed(0).padStart(3)} ms wall${isOver ? ': TOO LONG' : ''}`,
  );
  if (isTold) {
    for (const { wall, cpu, calls } of [...tasks]
      .sort((a, b) => b.cpu - a.cpu)
      .slice(0, 3)
      .filter((task) => task.cpu > 20)) {
      console.log(`    ${cpu.toFixed(0)} ms, ${wall.toFixed(0)} wall: ${calls.join(' | ')}`);
    }
  }
  return !isOver;
}

async function measure(browser, url, dataset, several) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(20_000);
  const cdp = await page.context().newCDPSession(page);
  await page.goto(`${url}?${QUERIES[dataset]}`);
  await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
  await rest(page);
  let isWithin = true;
  for (const [name, act] of Object.entries(gestures(several))) {
    const tasks = await tasksDuring(cdp, async () => {
      await act(page);
      await rest(page);
    });
    isWithin = report(dataset, name, tasks) && isWithin;
  }
  await page.close();
  return isWithin;
}

const { url, close } = await servePage();
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
try {
  for (const [dataset, several] of [
    ['iris', 8],
    ['blobs 10,000', 4],
  ]) {
    if (!(await measure(browser, url, dataset, several))) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await close();
}
