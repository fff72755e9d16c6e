// Opens every section of Explore, scrolls through it and prints the longest task of the main thread: at most 50 ms.
// `--why` prints what the longest tasks were made of; `--datasets=iris,wine` looks at others.
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../scripts/browser.mjs';
import { option } from './option.mjs';
import { servePage } from './serve.mjs';
import { tasksDuring } from './tasks.mjs';

const BUDGET = 50;
const QUERIES = {
  iris: 'dataset=iris',
  breast_cancer: 'dataset=breast_cancer',
  mnist: 'dataset=mnist_784&scaler=unit&rows=10000',
  table: 'dataset=make_blobs&data.n_samples=10000&data.n_features=6&data.random_state=0&n_clusters=5',
};

const isTold = process.argv.includes('--why');
const datasets = option('datasets')?.split(',') ?? Object.keys(QUERIES);

/** Everything is there, and drawn. */
async function settled(page) {
  await page.locator('[role="tabpanel"] :is(figure svg, figure canvas, table)').first().waitFor();
  await page.evaluate(
    () => new Promise((done) => setTimeout(() => requestIdleCallback(done, { timeout: 2000 }), 1200)),
  );
}

async function scrollThrough(page) {
  await page.mouse.move(900, 500);
  for (let at = 0; at < 10; at++) {
    await page.mouse.wheel(0, 500);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 150)));
  }
}

/** What is done in a section besides looking at it: a drag over a chart of whole rows, other colours. */
async function use(page) {
  const chart = page.locator('.cs-canvas-chart').first();
  if (await chart.count()) {
    await page.evaluate(() => document.querySelector('.cs-canvas-chart').scrollIntoView());
    const box = await chart.boundingBox();
    await page.mouse.move(box.x + 50, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 180, box.y + 200, { steps: 20 });
    await page.mouse.up();
    await page.mouse.move(box.x + 400, box.y + 120, { steps: 20 });
    await page.keyboard.press('Escape');
  }
  const looks = page.getByRole('radiogroup', { name: 'Colour' }).locator('label');
  for (let at = (await looks.count()) - 1; at >= 0; at--) {
    await looks.nth(at).click();
    await page.evaluate(
      () => new Promise((done) => setTimeout(() => requestIdleCallback(done, { timeout: 2000 }), 500)),
    );
  }
}

function report(dataset, section, tasks) {
  const [longest = { wall: 0, cpu: 0 }] = tasks;
  const busiest = tasks.reduce((most, { cpu }) => Math.max(most, cpu), 0);
  const over = tasks.filter(({ wall }) => wall > BUDGET).length;
  console.log(
    `${dataset.padEnd(14)} ${section.padEnd(14)} longest ${longest.wall.toFixed(0).padStart(4)} ms wall, ` +
      `${busiest.toFixed(0).padStart(4)} ms cpu; ${over} over ${BUDGET} ms`,
  );
  if (isTold) {
    for (const { wall, cpu, calls } of tasks.filter((task) => task.cpu > BUDGET / 2).slice(0, 4)) {
      console.log(`    ${wall.toFixed(0)} ms wall, ${cpu.toFixed(0)} ms cpu: ${calls.join(' | ')}`);
    }
  }
  return longest.wall <= BUDGET;
}

async function measure(browser, url, dataset) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const cdp = await page.context().newCDPSession(page);
  const loading = await tasksDuring(cdp, async () => {
    await page.goto(`${url}?lab=explore&${QUERIES[dataset] ?? `dataset=${dataset}`}`);
    await settled(page);
  });
  report(dataset, '(page load)', loading);
  const names = await page.locator('[role="tab"][id^="section-"]').evaluateAll((tabs) => tabs.map(({ id }) => id));
  let isWithin = true;
  for (const name of [...names.slice(1), names[0]]) {
    const tasks = await tasksDuring(cdp, async () => {
      await page.evaluate((id) => document.getElementById(id).click(), name);
      await settled(page);
      await scrollThrough(page);
    });
    isWithin = report(dataset, name.replace('section-', ''), tasks) && isWithin;
    isWithin = report(dataset, '  in use', await tasksDuring(cdp, () => use(page))) && isWithin;
  }
  await page.close();
  return isWithin;
}

const { url, close } = await servePage();
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
try {
  for (const dataset of datasets) if (!(await measure(browser, url, dataset))) process.exitCode = 1;
} finally {
  await browser.close();
  await close();
}
