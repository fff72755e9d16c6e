import type { SweepView } from '../sweep-view.ts';
import { kneeOf } from './kneedle.ts';
import { placeText } from './words.ts';

/** What a curve says, in words, and the cell it points at. */
export interface Reading {
  readonly text: string;
  readonly cell: number | null;
}

const FALLING = ['inertia', 'distortion'];

/** The elbow of a falling curve over a parameter, or that there is none; null where nobody would look for one. */
export function elbowOf({ sweep, grid, score, values }: SweepView): Reading | null {
  const xs = grid.xs;
  if (sweep.y || !FALLING.includes(score.name) || typeof xs[0] !== 'number' || sweep.x.param === 'random_state')
    return null;
  const known = values.flatMap((value, i) => (value === null ? [] : [i]));
  if (known.length < values.length || known.length < 3) return null;
  const knee = kneeOf(
    known.map((i) => xs[i] as number),
    known.map((i) => values[i]!),
    'falling',
  );
  if (knee === null) return { text: `No elbow: ${score.name} falls without a bend (kneedle).`, cell: null };
  const cell = known[knee]!;
  return { text: `Elbow at ${sweep.x.param} = ${placeText(xs[cell]!)} (kneedle).`, cell };
}
