// A worker like the product's, but with an engine whose fits hang, die and dawdle as a test asks.
import { expose } from 'comlink';
import { METRIC_NAMES } from '../../src/engine/metrics/specs.ts';
import { tasksOf } from '../../src/engine/spec/sweep.ts';
import { type Fitted, type Frame, type Matrix, type Metrics, RecipeError } from '../../src/engine/types.ts';
import { createWorkerApi, type Engine } from '../../src/worker/serve.ts';

const ROWS = 4;
const points = (): Matrix => ({ data: new Float64Array(ROWS * 2), rows: ROWS, cols: 2 });

let prepared = 0;
let lastLabels = new Int32Array(0);

function work(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const frame = (step: number): Frame => ({
  step,
  phase: 'step',
  labels: new Int32Array(ROWS).fill(step),
  changed: new Int32Array(0),
  centers: null,
  score: step,
  extra: {},
});

interface FakeParams {
  steps?: number;
  milliseconds?: number;
  ending?: string;
  /** Anything: the clock stands while the fit works, so that it is quick on any machine. */
  quick?: unknown;
}

/** `steps` steps of `milliseconds` each; then what `ending` says. */
function* fakeFit(
  { steps = 1, milliseconds = 0, ending = 'end', quick }: FakeParams,
  wantsFrame: (last?: boolean) => boolean,
): Generator<Frame | null, Fitted> {
  if (quick !== undefined) performance.now = () => 0;
  if (ending === 'refuse') throw new RecipeError('params.eps', 'must be greater than 0');
  if (ending === 'break') throw new TypeError('a fault of ours');
  const detached = lastLabels.byteLength;
  let built = 0;
  for (let step = 0; step < steps; step++) {
    work(milliseconds);
    const wanted = wantsFrame(step === steps - 1);
    if (wanted) built++;
    yield wanted ? frame(step) : null;
  }
  if (ending === 'hang') {
    new BroadcastChannel('fake').postMessage('hangs');
    for (;;);
  }
  if (ending === 'die') {
    setTimeout(() => {
      throw new Error('the worker is dead');
    });
    for (;;) yield null;
  }
  lastLabels = new Int32Array([0, 1, 1, -1]);
  return { labels: lastLabels, attributes: { built, detached, prepared }, warnings: [] };
}

/** A cut takes no time, and says how large the kept labels still are: what the page took away would have no bytes. */
function* fakeCut(
  { steps = 1 }: { steps?: number },
  { labels, attributes }: Fitted,
  wantsFrame: (last?: boolean) => boolean,
): Generator<Frame | null, Fitted> {
  for (let step = 0; step < steps; step++) yield wantsFrame(step === steps - 1) ? frame(step) : null;
  return { labels: labels.slice(), attributes: { ...attributes, cut: labels.byteLength }, warnings: [] };
}

const NO_CELL = {
  labels: null,
  nClusters: 0,
  nNoise: 0,
  inertia: null,
  nIter: null,
  distortion: null,
  metrics: null,
  silhouetteSampleSize: null,
  isAwaited: false,
  seconds: 0,
  warnings: [],
  error: null,
};

const engine: Engine = {
  async prepare(recipe) {
    prepared++;
    if (recipe.dataset === 'never') await new Promise(() => {});
    const table = { X: points(), featureNames: ['a', 'b'], y: null, classNames: [], target: null };
    return { table, columns: [0, 1], X: points(), offset: new Float64Array(2), scale: new Float64Array(2) };
  },
  fitSteps: async (_, { params }, { wantsFrame }) => fakeFit(params as FakeParams, wantsFrame),
  fitKey: ({ params }) => (params.tree === undefined ? null : String(params.tree)),
  cutSteps: async (_, { params }, fitted, { wantsFrame }) => fakeCut(params as FakeParams, fitted, wantsFrame),
  *project(X) {
    yield null;
    return { coords: X, mean: new Float64Array(2), components: points(), explained: [1, 0] };
  },
  layOut: async ({ rows }) =>
    (function* () {
      yield { share: 0, places: new Float64Array(2 * rows) };
      return { places: new Float64Array(2 * rows), sample: null };
    })(),
  *scoreSteps(_, __, labels) {
    for (let step = 0; step < (labels[0] ?? 0); step++) {
      work(1);
      yield;
    }
    const metrics = Object.fromEntries(METRIC_NAMES.map((name) => [name, null])) as Metrics;
    return { metrics, silhouettes: null, contingency: null, silhouetteSampleSize: null };
  },
  // Each cell takes as many milliseconds as its `n_clusters`, and says so.
  sweeps: async () => ({
    ...(await import('../../src/engine/sweep/tools.ts')),
    createSweeper: async (_, sweep) => ({
      tasks: tasksOf(sweep),
      *run({ params }) {
        const milliseconds = Number(params.n_clusters);
        for (let passed = 0; passed < milliseconds; passed += 5) {
          work(5);
          yield null;
        }
        return { ...NO_CELL, nClusters: milliseconds };
      },
    }),
  }),
  exploreSteps: async ({ X }) =>
    (function* () {
      yield null;
      return { kind: 'values' as const, columns: [0], values: [X.data], shown: Int32Array.of(X.rows) };
    })(),
};

expose(createWorkerApi(engine));
