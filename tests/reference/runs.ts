import type { Fit } from '../../src/engine/fit.ts';
import { RandomState } from '../../src/engine/numeric/random-state.ts';
import type { AlgorithmSpec } from '../../src/engine/spec/algorithm.ts';
import { completeParams } from '../../src/engine/spec/defaults.ts';
import type { Fitted, Frame, Matrix, Params } from '../../src/engine/types.ts';

/** Runs a fit to its end with scikit-learn's defaults for what `params` leaves out; frames, where wanted, go to `onFrame`. */
export function drain(
  fit: Fit,
  spec: AlgorithmSpec,
  X: Matrix,
  params: Params,
  onFrame: ((frame: Frame) => void) | null = null,
): Fitted {
  const random = new RandomState((params.random_state as number | null | undefined) ?? 0);
  // biome-ignore lint/suspicious/noFocusedTests: a fit is no test
  const steps = fit(X, completeParams(spec.params, params), { random, wantsFrame: () => onFrame !== null });
  let step = steps.next();
  while (!step.done) {
    if (step.value) onFrame?.(step.value);
    step = steps.next();
  }
  return step.value;
}
