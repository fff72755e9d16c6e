// A table of 200,000 rows (six columns of numbers with holes, one of words) is opened, looked at in every section of Explore, and
// clustered: prints the longest task of the main thread in each, at most 50 ms. `--why` prints what the longest were made of;
// `--file=path.csv` takes another table.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../scripts/browser.mjs';
import { option } from './option.mjs';
import { servePage } from './serve.mjs';
import { tasksDuring } from './tasks.mjs';

const BUDGET = 50;
const ROWS = 200_000;
const isTold = process.argv.includes('--why');
const given = option('file');

/** Four groups, a hole in a hundred. */
function table() {
  let seed = 1;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  const kinds = ['ash', 'birch', 'cedar', 'oak'];
  const line = () => {
    const kind = Math.floor(random() * 4);
    const cell = (_, j) => (random() < 0.01 ? '' : (((kind * (j + 3)) % 7) * 3 + random() + random()).toFixed(4));
    return [...Array.from({ length: 6 }, cell), kinds[kind]].join(',');
  };
  return ['a,b,c,d,e,f,kind', ...Array.from({ length: ROWS }, line)].join('\n');
}

function report(what, tasks) {
  const [longest = { wall: 0 }] = tasks;
  const busiest = tasks.reduce((most, { cpu }) => Math.max(most, cpu), 0);
  console.log(
    `${what.padEnd(24)} longest ${longest.wall.toFixed(0).padStart(4)} ms wall, ${busiest.toFixed(0).padStart(4)} ms cpu`,
  );
  if (isTold) {
    for (const { wall, cpu, calls } of tasks.filter((task) => task.cpu > BUDGET / 2).slice(0, 4)) {
      console.log(`    ${wall.toFixed(0)} ms wall, ${cpu.toFixed(0)} ms cpu: ${calls.join(' | ')}`);
    }
  }
  if (longest.wall > BUDGET) process.exitCode = 1;
}

const rest = (page, ms = 800) =>
  page.evaluate(
    (wait) => new Promise((done) => setTimeout(() => requestIdleCallback(done, { timeout: 2000 }), wait)),
    ms,
  );

async function choose(page, path) {
  await page.getByRole('combobox', { name: 'Dataset' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('option', { name: /^Open a file/ }).click();
  await (await chooser).setFiles(path);
  await page.getByRole('dialog').getByRole('button', { name: 'Cluster this table' }).waitFor();
}

async function cluster(page, algorithm) {
  await page.getByRole('combobox', { name: 'Algorithm' }).click();
  await page.getByRole('option', { name: algorithm, exact: true }).click();
  await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
  await rest(page, 4000);
}

async function measure(page, url, path) {
  const cdp = await page.context().newCDPSession(page);
  const during = async (what, action) => report(what, await tasksDuring(cdp, action));
  await page.goto(`${url}?algorithm=KMeans`);
  await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
  await rest(page);
  await during('read', () => choose(page, path));
  await during('clustered by KMeans', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Cluster this table' }).click();
    await page.getByText('left out: values are missing').waitFor({ timeout: 60_000 });
    await rest(page, 6000);
  });
  await during('by MiniBatchKMeans', () => cluster(page, 'Mini-Batch K-Means'));
  await during('n_clusters changed', async () => {
    await page.getByRole('slider', { name: 'n_clusters' }).press('ArrowRight');
    await rest(page, 6000);
  });
  await during('Explore', async () => {
    await page.getByRole('tab', { name: 'Explore' }).click();
    await page.getByRole('table', { name: 'Summary' }).getByRole('rowheader').first().waitFor();
    await rest(page, 3000);
  });
  const names = await page.locator('[role="tab"][id^="section-"]').evaluateAll((tabs) => tabs.map(({ id }) => id));
  for (const name of names.slice(1)) {
    await during(name.replace('section-', '  '), async () => {
      await page.evaluate((id) => document.getElementById(id).click(), name);
      await page.locator('[role="tabpanel"] :is(figure svg, figure canvas)').first().waitFor();
      await rest(page, 2500);
    });
    if (name === 'section-pairs') await during('  pairs, a brush', () => brush(page));
  }
}

async function brush(page) {
  const box = await page.locator('.cs-canvas-chart').boundingBox();
  await page.mouse.move(box.x + 60, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + 150, box.y + 150, { steps: 20 });
  await page.mouse.up();
  await rest(page, 1500);
}

const folder = mkdtempSync(join(tmpdir(), 'clusterscope-'));
const path = given ?? join(folder, 'large.csv');
if (!given) writeFileSync(path, table());
const { url, close } = await servePage();
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await measure(page, url, path);
} finally {
  await browser.close();
  await close();
  rmSync(folder, { recursive: true });
}
