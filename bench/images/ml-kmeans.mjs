// ml-kmeans' side, in a process of its own: node ml-kmeans.mjs FILE [row …]; the rows are the first centres.
import { readFileSync } from 'node:fs';
import { kmeans } from 'ml-kmeans';

const COLUMNS = 784;
const [file, ...rows] = process.argv.slice(2);
const bytes = readFileSync(file);
const X = [];
for (let at = 0; at < bytes.length; at += COLUMNS)
  X.push(Array.from(bytes.subarray(at, at + COLUMNS), (byte) => byte / 255));
const initialization = rows.map((row) => X[Number(row)].slice());

const started = performance.now();
const { iterations, clusters, centroids } = kmeans(X, rows.length, {
  initialization,
  maxIterations: 1000,
  tolerance: 1e-9,
});
const seconds = (performance.now() - started) / 1000;
const inertia = X.reduce((sum, row, i) => {
  const center = centroids[clusters[i]];
  return sum + row.reduce((square, value, f) => square + (value - center[f]) ** 2, 0);
}, 0);
console.log(JSON.stringify({ seconds, iterations, inertia }));
