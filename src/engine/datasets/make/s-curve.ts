import type { RandomState } from '../../numeric/random-state.ts';
import { cosine, sine } from '../../numeric/sine.ts';
import type { Made } from './made.ts';
import { addNoiseByColumn } from './noise.ts';

export interface SCurveParams {
  readonly n_samples: number;
  readonly noise: number;
}

/** sklearn.datasets.make_s_curve: a sheet bent to an S in space; the target is the position along the S. */
export function makeSCurve({ n_samples: rows, noise }: SCurveParams, random: RandomState): Made {
  const target = Float64Array.from({ length: rows }, () => 3 * Math.PI * (random.randomSample() - 0.5));
  const data = new Float64Array(3 * rows);
  for (let i = 0; i < rows; i++) {
    const t = target[i]!;
    data[3 * i] = sine(t);
    data[3 * i + 1] = 2 * random.randomSample();
    data[3 * i + 2] = Math.sign(t) * (cosine(t) - 1);
  }
  const X = { data, rows, cols: 3 };
  addNoiseByColumn(X, noise, random);
  return { X, y: null, target };
}
