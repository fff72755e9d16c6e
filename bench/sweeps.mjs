// Sweeps in Chromium beside scikit-learn on the same machine, in turns: the grid of DBSCAN on Iris, K-Means over k on Iris and on
// 10,000 points in the plane, all with silhouettes. Ours may take a third of its time at most; a first cell must be there within
// 300 ms. Python with scikit-learn: PYTHON, else python3; without it the figures of the issue stand in.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright';
import { browserArguments, findBrowser } from '../scripts/browser.mjs';
import { servePage } from './serve.mjs';
import { milliseconds, quantile } from './statistics.mjs';

const iris = { dataset: 'iris', features: '2,3' };
const blobs = {
  dataset: 'make_blobs',
  'data.n_samples': 10_000,
  'data.centers': 6,
  'data.random_state': 0,
};
const kmeans = { algorithm: 'KMeans', n_init: 10, random_state: 0, x: 'n_clusters,2,15,14', score: 'silhouette_score' };
const otherSeed = (round) => ({ random_state: 1 + round });
const cases = {
  'DBSCAN, 20 eps × 10 min_samples, Iris': {
    query: { ...iris, algorithm: 'DBSCAN', x: 'eps,0.05,1,20', y: 'min_samples,2,20,10', score: 'silhouette_score' },
    fresh: (round) => ({ leaf_size: 31 + round }),
    rounds: 9,
    fallback: 280,
    python: 'grid',
  },
  'K-Means, k = 2…15, n_init 10, Iris': {
    query: { ...iris, ...kmeans },
    fresh: otherSeed,
    rounds: 9,
    fallback: 78,
    python: 'iris',
  },
  'K-Means, k = 2…15, n_init 10, 10,000 points': {
    query: { ...blobs, ...kmeans },
    fresh: otherSeed,
    rounds: 3,
    fallback: 8500,
    python: 'blobs',
  },
};

const script = `
import sys, time
import numpy as np
from sklearn.cluster import DBSCAN, KMeans
from sklearn.datasets import load_iris, make_blobs
from sklearn.metrics import silhouette_score

iris = load_iris().data[:, 2:]
blobs = make_blobs(10000, centers=6, random_state=0)[0]

def score(X, labels):
    return silhouette_score(X, labels) if 1 < len(set(labels)) < len(X) else None

def grid():
    for eps in np.linspace(0.05, 1, 20):
        for least in range(2, 21, 2):
            score(iris, DBSCAN(eps=eps, min_samples=least).fit_predict(iris))

def over_k(X):
    for k in range(2, 16):
        score(X, KMeans(k, n_init=10, random_state=0).fit_predict(X))

runs = {"grid": grid, "iris": lambda: over_k(iris), "blobs": lambda: over_k(blobs)}
runs["grid"](), runs["iris"]()
print("ready", flush=True)
for line in sys.stdin:
    started = time.perf_counter()
    runs[line.strip()]()
    print(1000 * (time.perf_counter() - started), flush=True)
`;

/** Asks Python for the time of a run; null where there is no scikit-learn. */
async function startPython() {
  const command = process.env.PYTHON ?? 'python3';
  if (spawnSync(command, ['-c', 'import sklearn']).status !== 0) return null;
  const env = { ...process.env, OMP_WAIT_POLICY: 'passive' };
  const child = spawn(command, ['-W', 'ignore', '-c', script], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  return {
    async run(name) {
      child.stdin.write(`${name}\n`);
      return Number((await lines.next()).value);
    },
    close: () => child.stdin.end(),
  };
}

/**
 * Runs in the page: opens the same sweep with another value of a parameter, so that no cell is known but the workers are warm,
 * and times it from the request to the first cells and to the last, by the page's own marks.
 */
function timeSweep(query) {
  return new Promise((resolve) => {
    const found = {};
    const observer = new PerformanceObserver((list) => {
      for (const { detail, startTime } of list.getEntriesByName('clusterscope:sweep')) {
        if (detail === 'start') Object.assign(found, { start: startTime, first: undefined });
        else found[detail] ??= startTime;
        if (detail !== 'end') continue;
        observer.disconnect();
        resolve({ first: found.first - found.start, all: found.end - found.start });
      }
    });
    observer.observe({ type: 'mark' });
    history.pushState(null, '', `?${query}`);
    dispatchEvent(new PopStateEvent('popstate'));
  });
}

const { url, close } = await servePage();
const python = await startPython();
if (!python) console.log('No scikit-learn here: its times are those of the issue.');
const browser = await chromium.launch({ executablePath: findBrowser() ?? '', args: browserArguments });
try {
  for (const [title, { query, fresh, rounds, fallback, python: name }] of Object.entries(cases)) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const spelt = (own) => String(new URLSearchParams({ lab: 'tune', ...query, ...own }));
    await page.goto(`${url}?${spelt({})}`);
    await page.getByRole('status', { name: 'Sweep progress' }).getByText('runs done').waitFor({ timeout: 120_000 });
    const ours = [];
    const theirs = [];
    const firsts = [];
    for (let round = 0; round < rounds; round++) {
      const { first, all } = await page.evaluate(timeSweep, spelt(fresh(round)));
      ours.push(all);
      firsts.push(first);
      theirs.push(python ? await python.run(name) : fallback);
    }
    const middle = (values) =>
      quantile(
        [...values].sort((a, b) => a - b),
        0.5,
      );
    const [own, other, first] = [middle(ours), middle(theirs), middle(firsts)];
    const good = own <= other / 3 && first <= 300;
    if (!good) process.exitCode = 1;
    console.log(title);
    console.log(
      `  ours ${milliseconds(own)} (least ${milliseconds(Math.min(...ours))}), first cell ${milliseconds(first)}`,
    );
    console.log(
      `  scikit-learn ${milliseconds(other)}: ${(other / own).toFixed(1)} times as long; ${good ? 'within' : 'OVER'} the budget of a third`,
    );
    await page.close();
  }
} finally {
  await browser.close();
  python?.close();
  await close();
}
