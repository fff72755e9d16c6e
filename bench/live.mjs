// Drags one slider of each method that must keep up with the hand: p95 ≤ 33 ms with 2,000 points, ≤ 100 ms with 10,000.
// `--algorithm=DBSCAN` measures that one alone.
import { measureDrag, report } from './drag.mjs';
import { option } from './option.mjs';
import { servePage } from './serve.mjs';

const BUDGETS = { 2000: 33, 10000: 100 };

/** `from` and `to` are shares of the slider's length: where the results are worth a look. */
const drags = {
  DBSCAN: { param: 'eps', params: { eps: 0.3 }, from: 0.45, to: 0.85 },
  MeanShift: { param: 'bandwidth', params: { bandwidth: 2, bin_seeding: true }, from: 0.6, to: 0.95 },
  Birch: { param: 'threshold', params: { threshold: 0.5, n_clusters: 3 }, from: 0.4, to: 0.8 },
  KMeans: { param: 'n_clusters', params: { n_clusters: 3, random_state: 42 }, from: 0, to: 1 },
  AgglomerativeClustering: {
    param: 'distance_threshold',
    params: { n_clusters: 'None', distance_threshold: 20 },
    from: 0.55,
    to: 1,
  },
};

const cases = [
  ...Object.keys(drags).map((algorithm) => ({ algorithm, points: 2000 })),
  ...['DBSCAN', 'Birch', 'KMeans'].map((algorithm) => ({ algorithm, points: 10_000 })),
];
const wanted = option('algorithm');

const { url, close } = await servePage();
try {
  for (const { algorithm, points } of cases) {
    if (wanted && wanted !== algorithm) continue;
    const { param, params, ...path } = drags[algorithm];
    const dataset = { dataset: 'make_blobs', 'data.n_samples': points, 'data.random_state': 0 };
    const query = `?${new URLSearchParams({ ...dataset, algorithm, ...params })}`;
    const measured = await measureDrag(url, { query, param, ...path });
    const title = `${algorithm}: ${param}, ${points.toLocaleString('en')} points`;
    if (!report(title, measured, { picture: BUDGETS[points] })) process.exitCode = 1;
  }
} finally {
  await close();
}
