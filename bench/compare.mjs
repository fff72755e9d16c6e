// Opens Compare: all eight on Iris within 1 s; the grid of 8 × 8 within 6 s, its first cells within 300 ms, no task over 50 ms.
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../scripts/browser.mjs';
import { servePage } from './serve.mjs';
import { milliseconds } from './statistics.mjs';

const RUNS = 5;

/** From now on the page notes its long tasks. */
const observe = () => {
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) window.tasks.push({ duration, startTime });
  }).observe({ type: 'longtask' });
};

/**
 * Clicks what opens something, and waits in the page, frame by frame, until so many of `selector` are there.
 * @returns when the first stood, when all stood, and the longest task in between; milliseconds after the click
 */
const openAndWait = ([click, selector, count]) =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const limit = start + 60_000;
    let first = null;
    document.querySelector(click).click();
    const look = () => {
      const found = document.querySelectorAll(selector).length;
      const now = performance.now();
      if (found > 0) first ??= now - start;
      if (now > limit) return reject(new Error(`only ${found} of ${count} after a minute`));
      if (found < count) return requestAnimationFrame(look);
      const tasks = window.tasks.filter(({ startTime }) => startTime >= start).map(({ duration }) => duration);
      resolve({ first, all: now - start, task: Math.max(0, ...tasks) });
    };
    look();
  });

async function measure(browser, url, query, path) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.addInitScript(observe);
    await page.goto(url + query);
    await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
    let measured = null;
    for (const step of path) measured = await page.evaluate(openAndWait, step);
    return measured;
  } finally {
    await page.close();
  }
}

const openLab = ['#tab-compare', 'table[aria-label="Scores"] tbody tr', 8];
const cases = [
  {
    title: 'all eight on Iris, from the click on Compare to the eighth picture',
    path: [['#tab-compare', '[aria-label="Compare"] article [title="Fit time"]', 8]],
    budget: { all: 1000 },
  },
  {
    title: 'the grid, from the click on Grid to the last of 64 cells',
    path: [openLab, ['[aria-label="Section"] label:nth-child(2)', 'table[aria-label="Grid"] td canvas', 64]],
    budget: { first: 300, all: 6000, task: 50 },
  },
];

const { url, close } = await servePage();
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments });
try {
  for (const { title, path, budget } of cases) {
    console.log(title);
    const runs = [];
    for (let i = 0; i < RUNS; i++) runs.push(await measure(browser, url, '', path));
    for (const name of ['first', 'all', 'task']) {
      const sorted = runs.map((run) => run[name]).sort((a, b) => a - b);
      const median = sorted[Math.floor(RUNS / 2)];
      const limit = budget[name];
      const isOver = limit !== undefined && median > limit;
      if (isOver) process.exitCode = 1;
      const words = limit === undefined ? '' : `; at most ${limit} ms${isOver ? ': TOO LONG' : ''}`;
      console.log(`  ${name}: median ${milliseconds(median)}, longest ${milliseconds(sorted.at(-1))}${words}`);
    }
  }
} finally {
  await browser.close();
  await close();
}
