// All 70,000 digits: what the page's own workers take in Chromium, beside scikit-learn and ml-kmeans on the same machine.
//   npm run bench images [-- --rounds=3 --skip=ml-kmeans,k=256]
// --skip leaves out every row whose name holds one of the words; ml-kmeans takes a minute and a half. scikit-learn is that of
// `PYTHON`, or of python3.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { CHUNK_ROWS, chunked, readChunk } from '../scripts/images.mjs';
import { buildPage, built, launch } from './images/chromium.mjs';
import { busyShare, MOST_BUSY } from './images/idle.mjs';
import { more, rows } from './images/rows.mjs';
import { startSklearn } from './images/sklearn.mjs';
import { measureWholePage } from './images/whole-page.mjs';
import { option } from './option.mjs';
import { quantile } from './statistics.mjs';

const MEMORY_MB = 600;
const TASK_MS = 50;

const rounds = Number(option('rounds') ?? 3);
const left = (option('skip') ?? '').split(',').filter(Boolean);
const isLeft = (title) => left.some((word) => title.includes(word));
const kept = (list) => list.filter(({ title }) => !isLeft(title));

const median = (values) =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
const seconds = (value) => `${value.toFixed(value < 1 ? 3 : 2)} s`;
let busiest = 0;
let isGood = true;

const folder = await mkdtemp(join(tmpdir(), 'clusterscope-bench-'));
try {
  const file = join(folder, 'pixels');
  await writeFile(file, await allPixels());
  await measure(file);
} finally {
  await rm(folder, { recursive: true });
}
process.exitCode = isGood && busiest <= MOST_BUSY ? 0 : 1;

async function allPixels() {
  const chunks = [];
  for (let c = 0; c < chunked.mnist_784; c++) chunks.push((await readChunk(c)).subarray(0, CHUNK_ROWS * 784));
  return Buffer.concat(chunks);
}

async function measure(file) {
  await buildPage();
  const server = await preview({
    root: built,
    logLevel: 'silent',
    preview: { port: 0, host: '127.0.0.1' },
    build: { outDir: '.' },
  });
  const browser = await launch();
  const sklearn = await startSklearn(file);
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/page.html`);
    const ours = ([name, ...given]) =>
      page.evaluate(([which, args]) => globalThis.asked[which](...args), [name, given]);
    console.log(sklearn.missing ? `no scikit-learn beside it: ${sklearn.missing}` : `scikit-learn ${sklearn.version}`);
    await compare(ours, sklearn);
    if (!isLeft('ml-kmeans')) await runMlKmeans(file, ours);
  } finally {
    sklearn.close?.();
    await browser.close();
    await server.close();
  }
  await wholePage();
  if (busiest > MOST_BUSY) {
    const share = `${(100 * busiest).toFixed(0)} %`;
    console.log(
      `Up to ${share} of the processors was in other hands meanwhile: these figures decide nothing. Once more on a quiet machine.`,
    );
  }
}

/** All rows in every round, ours and theirs in turn; then one line each. */
async function compare(ours, sklearn) {
  const taken = new Map();
  const note = (key, answer) => taken.set(key, [...(taken.get(key) ?? []), answer]);
  await ours(['fresh']);
  for (let round = 0; round < rounds; round++) {
    for (const row of kept(rows)) {
      busiest = Math.max(busiest, await busyShare());
      note(row.title, await ours(row.ours));
      if (sklearn.missing) continue;
      for (const { ask, dtype } of row.theirs) note(`${row.title} ${dtype}`, await sklearn.ask(`${ask} ${dtype}`));
    }
    for (const { title, isFresh, ours: asked } of kept(more)) {
      if (isFresh) await ours(['fresh']);
      note(title, await ours(asked));
    }
  }
  for (const { title, theirs } of kept(rows)) {
    console.log(`${title.padEnd(36)}${words(taken.get(title))}`);
    for (const { dtype, ratio } of sklearn.missing ? [] : theirs)
      judge(taken.get(title), taken.get(`${title} ${dtype}`), dtype, ratio);
  }
  for (const { title } of kept(more)) console.log(`${title.padEnd(36)}${words(taken.get(title))}`);
}

function words(answers) {
  const [{ iterations, inertia, score }] = answers;
  const what = [
    ...(iterations === undefined ? [] : [`${iterations} iterations`, `inertia ${inertia}`]),
    ...(score === undefined ? [] : [`${score}`]),
  ];
  return [seconds(median(answers.map((answer) => answer.seconds))), ...what].join(', ');
}

function judge(mine, others, dtype, ratio) {
  const [own, other] = [mine, others].map((answers) => median(answers.map((answer) => answer.seconds)));
  const isEnough = other / own >= ratio;
  isGood &&= isEnough;
  const verdict = busiest > MOST_BUSY ? 'no verdict: the machine is busy' : isEnough ? 'enough' : 'TOO SLOW';
  console.log(`${`  scikit-learn ${dtype}`.padEnd(36)}${words(others)}`);
  console.log(`${''.padEnd(36)}${(other / own).toFixed(1)} × as fast, ${ratio} × wanted: ${verdict}`);
}

/** Once, from the same first centres, for as many iterations as it needs. */
async function runMlKmeans(file, ours) {
  const starts = await ours(['start', 10]);
  const script = fileURLToPath(new URL('images/ml-kmeans.mjs', import.meta.url));
  const memory = '--max-old-space-size=4096';
  const { stdout, status } = spawnSync(process.execPath, [memory, script, file, ...starts.map(String)], {
    encoding: 'utf8',
  });
  if (status !== 0) return console.log('ml-kmeans did not come to an end');
  console.log(`${'KMeans k = 10, ml-kmeans in Node'.padEnd(36)}${words([JSON.parse(stdout)])}`);
}

async function wholePage() {
  const { most, after, task } = await measureWholePage();
  const isSmall = after === null || most <= MEMORY_MB;
  isGood &&= isSmall && task <= TASK_MS;
  console.log(
    after === null
      ? 'memory of the page: this system does not say'
      : `memory of the page (PSS of its process): ${after.toFixed(0)} MB at rest, ${most.toFixed(0)} MB at most; ${isSmall ? 'within' : 'OVER'} ${MEMORY_MB} MB`,
  );
  const longest = task === 0 ? 'none over 50 ms' : `${task.toFixed(0)} ms, OVER ${TASK_MS} ms`;
  console.log(`longest main-thread task while the page loads, clusters and scores: ${longest}`);
}
