import type { Pause } from '../fit.ts';
import { evenWeights } from '../numeric/centers/seeding.ts';
import type { RandomState } from '../numeric/random-state.ts';
import type { Slices } from './slices.ts';

/**
 * Greedy k-means++ over slices of sparse rows: the draws are those of `seedPlusPlus` in numeric/centers/seeding.ts, which has
 * scikit-learn's; squared distances of pixels are whole numbers here, and so are their sums, the same whatever the split.
 * @param candidates how many are tried for each centre after the first
 */
export function* seedSlices(
  slices: Slices,
  k: number,
  candidates: number,
  random: RandomState,
): Generator<Pause, Int32Array, void> {
  const { n } = slices;
  const [first] = random.choice(n, { size: 1, p: evenWeights(n) });
  const seeds = [first!];
  let potentials = yield* slices.trySeeds([first!], true);
  let taken = 0;
  while (seeds.length < k) {
    yield* slices.takeSeed(taken);
    const potential = potentials[taken]!;
    const tried = yield* slices.findSeeds(Array.from(random.randomSamples(candidates), (sample) => sample * potential));
    potentials = yield* slices.trySeeds(tried, false);
    taken = potentials.reduce((least, value, at) => (value < potentials[least]! ? at : least), 0);
    seeds.push(tried[taken]!);
  }
  return Int32Array.from(seeds);
}
