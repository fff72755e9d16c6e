import { describe, expect, test } from 'vitest';
import { presetSweep, presets } from '../../labs/tune/presets.ts';
import { prepare, run } from '../index.ts';
import { METRIC_NAMES } from '../metrics/specs.ts';
import { parseRecipe, type Recipe } from '../recipe.ts';
import type { Cell } from '../spec/cell.ts';
import { NO_REPEATS, type Sweep } from '../spec/sweep.ts';
import { createSweeper, type Sweeper } from './sweeper.ts';

const iris: Recipe = { dataset: 'iris', features: [2, 3], algorithm: 'KMeans', params: { n_clusters: 3 } };
const moons: Recipe = {
  dataset: { make: 'make_moons', n_samples: 300, noise: 0.08, random_state: 1 },
  algorithm: 'KMeans',
  params: { n_clusters: 3 },
};
const digits: Recipe = { dataset: 'digits', rows: 150, algorithm: 'KMeans', params: {} };

async function sweeperOf(sweep: Sweep): Promise<Sweeper> {
  return createSweeper(await prepare(parseRecipe(sweep.recipe)), sweep);
}

function cellOf(sweeper: Sweeper, at: number): Cell {
  const steps = sweeper.run(sweeper.tasks[at]!);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Every `stride`-th cell of a sweep, run by itself, is the cell of the sweep. */
async function expectSameAsAlone(sweep: Sweep, stride: number): Promise<number> {
  const sweeper = await sweeperOf(sweep);
  const cells = sweeper.tasks.map((_, at) => cellOf(sweeper, at));
  let compared = 0;
  for (let at = 0; at < cells.length; at += stride) {
    const task = sweeper.tasks[at]!;
    if (task.sample) continue;
    const cell = cells[at]!;
    const alone = await run({ ...sweep.recipe, params: task.params }).catch((error) => error);
    if (alone instanceof Error) {
      expect(cell.error?.problem, JSON.stringify(task.params)).toBe((alone as Error & { problem: string }).problem);
      continue;
    }
    compared++;
    expect(cell.error).toBeNull();
    expect([...cell.labels!], JSON.stringify(task.params)).toEqual([...alone.fitted.labels]);
    expect(cell.nClusters).toBe(alone.nClusters);
    expect(cell.nNoise).toBe(alone.nNoise);
    expect(cell.inertia).toBe(alone.fitted.attributes.inertia ?? null);
    // A shared graph knows nothing of what a fit by itself would say of its neighbours.
    if (sweep.recipe.algorithm !== 'DBSCAN') expect(cell.warnings).toEqual(alone.fitted.warnings);
    expect(cell.nIter).toBe(alone.fitted.attributes.n_iter ?? null);
    for (const name of METRIC_NAMES) {
      const [own, other] = [cell.metrics![name], alone.metrics[name]];
      if (other === null) expect(own, name).toBeNull();
      else expect(Math.abs(own! - other), name).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(other)));
    }
  }
  return compared;
}

describe('a cell is what its recipe gives alone', () => {
  test.each(presets.map((preset) => [preset.id, preset] as const))('%s', async (_, preset) => {
    const isSlow = ['AffinityPropagation', 'SpectralClustering'].includes(preset.algorithm);
    const sweep = {
      ...presetSweep(preset, iris),
      repeats: { seeds: preset.repeats?.seeds ? 2 : 0, bootstraps: 0, references: 0 },
    };
    expect(await expectSameAsAlone(sweep, isSlow ? 5 : 3)).toBeGreaterThan(2);
  });

  test.each(['density', 'linkage', 'starts'])('%s, on moons', async (id) => {
    const preset = presets.find((one) => one.id === id)!;
    expect(await expectSameAsAlone(presetSweep(preset, moons), 4)).toBeGreaterThan(2);
  });

  test('in many dimensions', async () => {
    const sweep: Sweep = {
      recipe: { ...digits, algorithm: 'DBSCAN', params: {} },
      x: { param: 'eps', from: 5, to: 40, count: 8, scale: 'linear' },
      y: { param: 'metric', values: ['euclidean', 'manhattan', 'cosine'] },
      repeats: NO_REPEATS,
    };
    expect(await expectSameAsAlone(sweep, 1)).toBe(24);
  });
});
