// Drags n_clusters on Iris: at most 33 ms from input to picture (p95), and 50 ms for any task of the main thread.
import { measureDrag, report } from './drag.mjs';
import { servePage } from './serve.mjs';
import { milliseconds } from './statistics.mjs';

const { url, close } = await servePage();
try {
  const measured = await measureDrag(url, { param: 'n_clusters', steps: 57, sweeps: 10 });
  console.log(`first picture ${milliseconds(measured.first)} after the navigation began`);
  process.exitCode = report('n_clusters on Iris', measured, { picture: 33, task: 50 }) ? 0 : 1;
} finally {
  await close();
}
