import { candidatesPerSeed } from '../../numeric/centers/seeding.ts';
import { changedRows } from '../../numeric/changed-rows.ts';
import { squaredDistance } from '../../numeric/distances.ts';
import { type Frame, type Matrix, UNASSIGNED } from '../../types.ts';
import { ENDING } from './ending.ts';
import type { Options } from './options.ts';
import { NONE, type Run } from './run.ts';
import type { Start } from './start.ts';

/** A frame shows no more rows of a batch than this. */
export const MOST_SHOWN = 1024;

/** The centres before the first batch, no row assigned yet. */
export function startFrame(n: number, d: number, options: Options, { centers, seeds }: Start): Frame {
  const { clusters, inits, initSize, init } = options;
  const candidates = init === 'k-means++' ? candidatesPerSeed(clusters) : 0;
  return {
    step: 0,
    phase: 'init',
    labels: new Int32Array(n).fill(UNASSIGNED),
    changed: NONE.slice(),
    centers: matrixOf(centers, d),
    score: null,
    extra: { inits, initSize, candidates, seeds: seeds.slice() },
  };
}

/** What a step left. `run.labels` are the nearest centres of all rows; `shown`, those of the last frame, becomes them. */
export function stepFrame(run: Run, d: number, n: number, options: Options, shown: Int32Array): Frame {
  const { labels, batch, counts, rates, reassigned, step, inertia, smoothed, lowest, stale, ending } = run;
  const changed = changedRows(labels, shown);
  shown.set(labels);
  const average: Frame['extra'] = smoothed === null ? {} : { ewaInertia: smoothed, lowest };
  return {
    step,
    phase: 'batch',
    labels: labels.slice(),
    changed,
    centers: matrixOf(run.centers, d),
    score: smoothed ?? inertia,
    extra: {
      batch: batch.rows.slice(0, MOST_SHOWN),
      batchLabels: batch.labels.slice(0, MOST_SHOWN),
      batchSize: options.batchSize,
      counts: counts.slice(),
      rates: rates.slice(),
      shift: shiftsOf(run, d),
      reassigned: reassigned.slice(),
      inertia,
      ...average,
      stale,
      patience: options.patience ?? -1,
      passes: (step * options.batchSize) / n,
      steps: options.maxSteps,
      ending: ending === null ? 0 : ENDING[ending],
    },
  };
}

function matrixOf(centers: Float64Array, d: number): Matrix {
  return { data: centers.slice(), rows: centers.length / d, cols: d };
}

function shiftsOf({ centers, next, counts }: Run, d: number): Float64Array {
  return counts.map((_, j) => Math.sqrt(squaredDistance(centers, j * d, next, j * d, d)));
}
