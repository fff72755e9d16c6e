import { squaredDistance } from '../../numeric/distances.ts';
import type { Problem } from './problem.ts';
import { distancesToOwn, type RowsInNeed, relocateEmpty } from './relocation.ts';
import type { Run } from './run.ts';

/** Empties the sums and sizes before an assignment gathers them. */
export function clearSums(run: Run): void {
  run.next.fill(0);
  run.sizes.fill(0);
}

/** Adds the rows from `start` to `end` to the sums and sizes of their clusters. */
export function gatherRows({ data, d }: Problem, { labels, next, sizes }: Run, start: number, end: number): void {
  if (d === 2) {
    for (let i = start; i < end; i++) {
      const label = labels[i]!;
      sizes[label]!++;
      next[2 * label]! += data[2 * i]!;
      next[2 * label + 1]! += data[2 * i + 1]!;
    }
    return;
  }
  for (let i = start; i < end; i++) {
    const label = labels[i]!;
    sizes[label]!++;
    for (let f = 0, at = i * d, to = label * d; f < d; f++) next[to++]! += data[at++]!;
  }
}

/** Turns the gathered sums into centres: empty clusters first get a far point, then means are taken and shifts measured. */
export function updateCenters(problem: Problem, run: Run): void {
  const { data, d, k } = problem;
  const distances = () => distancesToOwn(problem, run);
  finishUpdate(run, d, k, { distances, row: (i) => data.subarray(i * d, i * d + d) });
}

/** The same for sums of any rows, which are looked at only where a cluster is empty. */
export function finishUpdate(run: Run, d: number, k: number, rows: RowsInNeed): void {
  run.relocated = relocateEmpty(run, d, rows);
  averageSums(run, d, k);
  const made = run.next;
  for (let j = 0; j < k; j++) run.shift[j] = Math.sqrt(squaredDistance(run.centers, j * d, made, j * d, d));
  run.next = run.centers;
  run.centers = made;
}

/**
 * Sums to means. A cluster that is still empty (all points sit on their centres) takes the place of the largest; where it
 * comes before the largest that is still a sum, not a mean, in scikit-learn, and so it is here.
 */
function averageSums({ next, sizes }: Run, d: number, k: number): void {
  const largest = sizes.indexOf(sizes.reduce((most, size) => Math.max(most, size), 0));
  for (let j = 0; j < k; j++) {
    const factor = 1 / sizes[j]!;
    for (let f = 0; f < d; f++) {
      next[j * d + f] = sizes[j]! > 0 ? next[j * d + f]! * factor : next[largest * d + f]!;
    }
  }
}
