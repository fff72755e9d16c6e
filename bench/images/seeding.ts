// A worker that draws first centres and nothing else: the page does so only as a part of a fit.
import { prepare } from '../../src/engine/index.ts';
import { seedSlices } from '../../src/engine/kernels/seeding.ts';
import { splitRows } from '../../src/engine/kernels/slices.ts';
import { candidatesPerSeed } from '../../src/engine/numeric/centers/seeding.ts';
import { RandomState } from '../../src/engine/numeric/random-state.ts';
import type { Pixels } from '../../src/engine/pixels.ts';
import { fetchedSources } from '../../src/worker/sources.ts';

export interface Seeded {
  readonly seconds: number;
  readonly rows: readonly number[];
}

const sources = fetchedSources(new URL('../', self.location.href));
const packed = prepare({ dataset: 'mnist_784', scaler: 'unit', algorithm: 'KMeans', params: {} }, { sources }).then(
  ({ X }) => last(splitRows(X as Pixels, null)),
);

self.onmessage = async ({ data: k }: MessageEvent<number>) => {
  const slices = await packed;
  const started = performance.now();
  const seeds = last(seedSlices(slices, k, candidatesPerSeed(k), new RandomState(42)));
  const seconds = (performance.now() - started) / 1000;
  self.postMessage({ seconds, rows: [...seeds] } satisfies Seeded);
};

function last<R>(steps: Generator<unknown, R, void>): R {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
