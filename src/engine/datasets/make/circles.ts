import { linspace } from '../../numeric/linspace.ts';
import type { RandomState } from '../../numeric/random-state.ts';
import { cosine, sine } from '../../numeric/sine.ts';
import { pairCounts } from './counts.ts';
import { type Made, plane } from './made.ts';
import { addNoise } from './noise.ts';
import { shuffleRows } from './shuffle.ts';

export interface CirclesParams {
  readonly n_samples: number | readonly number[];
  readonly shuffle: boolean;
  readonly noise: number | null;
  readonly factor: number;
}

/**
 * sklearn.datasets.make_circles: a circle of radius 1, class 0, around one of radius `factor`, class 1. A factor of 0 puts
 * the whole inner circle on the origin. The noise comes after the shuffle.
 */
export function makeCircles(params: CirclesParams, random: RandomState): Made {
  const [outer, inner] = pairCounts(params.n_samples);
  const data = new Float64Array(2 * (outer + inner));
  linspace(0, 2 * Math.PI, outer, false).forEach((angle, i) => {
    data[2 * i] = cosine(angle);
    data[2 * i + 1] = sine(angle);
  });
  linspace(0, 2 * Math.PI, inner, false).forEach((angle, i) => {
    data[2 * (outer + i)] = cosine(angle) * params.factor;
    data[2 * (outer + i) + 1] = sine(angle) * params.factor;
  });
  const ordered = plane(data, new Int32Array(outer + inner).fill(1, outer));
  const made = params.shuffle ? shuffleRows(ordered, random) : ordered;
  addNoise(made.X, params.noise, random);
  return made;
}
