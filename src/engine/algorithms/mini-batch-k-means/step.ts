import type { Pause } from '../../fit.ts';
import type { EvenDraw } from '../../numeric/even-draw.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import type { Options } from './options.ts';
import { reassignSmall } from './reassignment.ts';
import type { Rows } from './rows.ts';
import { NONE, type Run } from './run.ts';

/**
 * One step: D. Sculley, "Web-scale k-means clustering", WWW 2010. Draws a batch, finds each row's nearest centre, moves each
 * centre towards the mean of its rows by their share among all that it has seen. Yields between blocks of rows.
 */
export function* takeStep(
  rows: Rows,
  run: Run,
  options: Options,
  draw: EvenDraw,
  random: RandomState,
): Generator<Pause, void, void> {
  const { batch } = run;
  run.step++;
  const isTimeToReassign = timeToReassign(run, options);
  for (let i = 0; i < batch.rows.length; i++) batch.rows[i] = draw.next(random);
  run.inertia = (yield* rows.assignBatch(run)) / options.batchSize;
  moveCenters(rows, run);
  run.reassigned = isTimeToReassign ? reassignSmall(rows, run, options.reassignmentRatio, random) : NONE;
  [run.centers, run.next] = [run.next, run.centers];
}

/** Every 10 k rows; always while a centre has never had a row. */
function timeToReassign(run: Run, { batchSize, clusters }: Options): boolean {
  run.seen += batchSize;
  if (!run.counts.includes(0) && run.seen < 10 * clusters) return false;
  run.seen = 0;
  return true;
}

/** `next` = (centre · count + its rows of the batch) / (count + their number); a centre without rows stays. */
function moveCenters(rows: Rows, run: Run): void {
  const { batch, centers, next, counts, pulls, rates } = run;
  const { d } = rows;
  pulls.fill(0);
  for (let i = 0; i < batch.labels.length; i++) pulls[batch.labels[i]!]!++;
  next.set(centers);
  pulls.forEach((pull, j) => {
    if (pull > 0) scaleRow(next, j, d, counts[j]!);
  });
  rows.addBatch(run);
  pulls.forEach((pull, j) => {
    counts[j]! += pull;
    rates[j] = pull === 0 ? 0 : pull / counts[j]!;
    if (pull > 0) scaleRow(next, j, d, 1 / counts[j]!);
  });
}

function scaleRow(matrix: Float64Array, row: number, d: number, factor: number): void {
  for (let at = row * d; at < row * d + d; at++) matrix[at]! *= factor;
}
