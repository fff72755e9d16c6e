import type { Pause } from '../fit.ts';
import type { Helpers } from '../kernels/helpers.ts';
import type { LinearAxes } from '../spec/projection.ts';
import type { Matrix } from '../types.ts';
import { helpedPcaSteps } from './pca.ts';
import type { LinearId } from './specs.ts';

/** Finds two axes of the points; rows of images may be shared with helpers. */
export type LinearSteps = (X: Matrix, helpers: Helpers) => Generator<Pause, LinearAxes, void>;

/** The code of each linear projection. */
export const linear: Readonly<Record<LinearId, LinearSteps>> = {
  *pca(X, helpers) {
    const { coords, mean, components, explained_variance_ratio } = yield* helpedPcaSteps(X, 2, helpers);
    return { coords, mean, components, explained: [...explained_variance_ratio] };
  },
};
