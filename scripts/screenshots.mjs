// `npm run screenshots [estimator … | explore | compare | tune | images | race]`: builds the page and takes pictures of it into docs/images:
// of each estimator's stage, of Explore's and Compare's sections, of Tune's sweeps, of the Images lab and of a race in it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';
import { takeCompare } from './screenshots-compare.mjs';
import { takeExplore } from './screenshots-explore.mjs';
import { takeTune } from './screenshots-tune.mjs';

const folder = join(root, 'docs', 'images');

/** Where each method has something to show: the recipe, in the address's words, and how far its player has come (0 … 1). */
const scenes = {
  KMeans: { query: 'dataset=iris&features=2,3&n_clusters=3&init=random&random_state=5&n_init=1', at: 0.4 },
  MiniBatchKMeans: {
    query: 'dataset=make_blobs&data.n_samples=600&data.random_state=2&n_clusters=4&batch_size=40',
    at: 0.6,
  },
  AgglomerativeClustering: { query: 'dataset=iris&n_clusters=3', at: 0.93 },
  DBSCAN: { query: 'dataset=make_moons&data.n_samples=500&data.noise=0.07&data.random_state=0&eps=0.15', at: 0.55 },
  MeanShift: {
    query: 'dataset=make_blobs&data.n_samples=400&data.random_state=2&bandwidth=2&bin_seeding=true',
    at: 0.7,
  },
  Birch: { query: 'dataset=make_blobs&data.n_samples=500&data.random_state=2&threshold=0.8&n_clusters=4', at: 0.8 },
  AffinityPropagation: { query: 'dataset=iris&features=2,3&damping=0.7&preference=-20&random_state=0', at: 1 },
  SpectralClustering: {
    query:
      'dataset=make_moons&data.n_samples=300&data.noise=0.05&data.random_state=0&n_clusters=2&affinity=nearest_neighbors',
    at: 0.5,
  },
};

/** The stage of one estimator, its player and its panels, as a visitor sees them. */
async function take(page, url, id) {
  const { query, at } = scenes[id] ?? { query: 'dataset=make_moons', at: 0.5 };
  await page.goto(`${url}?${query}&algorithm=${id}`);
  await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
  const track = page.getByRole('slider', { name: 'Step', exact: true });
  const box = await track.boundingBox();
  await page.mouse.click(box.x + 8 + (box.width - 16) * at, box.y + box.height / 2);
  await page.mouse.move(2, 2);
  await page.evaluate(() => document.activeElement?.blur());
  // Until what glides has come to rest.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  const path = join(folder, `stage-${id}.png`);
  await page.screenshot({ path });
  console.log(path);
}

const digits = 'lab=images&dataset=mnist_784&rows=10000&scaler=unit&algorithm=KMeans&n_clusters=10&random_state=42';

/** The Images lab: a seven drawn and compared; both methods raced. */
const labs = {
  async images(page) {
    const paper = await page.getByRole('img', { name: 'Drawing', exact: true }).boundingBox();
    const at = (x, y) => [paper.x + x * paper.width, paper.y + y * paper.height];
    await page.mouse.move(...at(0.3, 0.25));
    await page.mouse.down();
    await page.mouse.move(...at(0.7, 0.25), { steps: 8 });
    await page.mouse.move(...at(0.45, 0.85), { steps: 10 });
    await page.mouse.up();
  },
  async race(page) {
    await page.getByRole('button', { name: 'Race', exact: true }).click();
    await page.getByRole('button', { name: 'Race again' }).waitFor({ timeout: 60_000 });
    await page.getByRole('img', { name: 'Centroid 3', exact: true }).last().click();
  },
};

async function takeLab(page, url, name) {
  await page.goto(`${url}?${digits}`);
  await page.getByRole('table', { name: 'Metrics' }).getByRole('rowheader').first().waitFor();
  await page.getByRole('listbox', { name: 'Members' }).waitFor();
  await labs[name](page);
  await page.mouse.move(2, 2);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  const path = join(folder, `lab-${name}.png`);
  await page.screenshot({ path });
  console.log(path);
}

try {
  ensureInstalled();
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  const { register } = await import('tsx/esm/api');
  register();
  const { algorithms } = await import('../src/engine/algorithms/specs.ts');
  const { chromium } = await import('playwright');
  const { browserArguments, findBrowser } = await import('./browser.mjs');
  const { servePage } = await import('../bench/serve.mjs');
  mkdirSync(folder, { recursive: true });
  const { url, close } = await servePage();
  const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    const wanted = process.argv.slice(2);
    for (const { id } of algorithms) if (wanted.length === 0 || wanted.includes(id)) await take(page, url, id);
    if (wanted.length === 0 || wanted.includes('explore')) await takeExplore(browser, url, folder);
    if (wanted.length === 0 || wanted.includes('compare')) await takeCompare(browser, url, folder);
    if (wanted.length === 0 || wanted.includes('tune')) await takeTune(browser, url, folder);
    await page.setViewportSize({ width: 1440, height: 900 });
    for (const name of Object.keys(labs))
      if (wanted.length === 0 || wanted.includes(name)) await takeLab(page, url, name);
  } finally {
    await browser.close();
    await close();
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
