import { linspace } from '../../numeric/linspace.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import { cosine, sine } from '../../numeric/sine.ts';
import { pairCounts } from './counts.ts';
import { type Made, plane } from './made.ts';
import { addNoise } from './noise.ts';
import { shuffleRows } from './shuffle.ts';

export interface MoonsParams {
  readonly n_samples: number | readonly number[];
  readonly shuffle: boolean;
  readonly noise: number | null;
}

/** sklearn.datasets.make_moons: two half circles that interlock, the upper one class 0. The noise comes after the shuffle. */
export function makeMoons(params: MoonsParams, random: RandomState): Made {
  const [outer, inner] = pairCounts(params.n_samples);
  const data = new Float64Array(2 * (outer + inner));
  linspace(0, Math.PI, outer).forEach((angle, i) => {
    data[2 * i] = cosine(angle);
    data[2 * i + 1] = sine(angle);
  });
  linspace(0, Math.PI, inner).forEach((angle, i) => {
    data[2 * (outer + i)] = 1 - cosine(angle);
    data[2 * (outer + i) + 1] = 1 - sine(angle) - 0.5;
  });
  const ordered = plane(data, new Int32Array(outer + inner).fill(1, outer));
  const made = params.shuffle ? shuffleRows(ordered, random) : ordered;
  addNoise(made.X, params.noise, random);
  return made;
}
