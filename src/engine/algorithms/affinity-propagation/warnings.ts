import type { Params } from '../../types.ts';

/** How a run ended: as it should, at max_iter with or without exemplars, or before it began, all similarities being equal. */
export const ENDINGS = ['settled', 'max_iter', 'none', 'equal'] as const;
export type Ending = (typeof ENDINGS)[number];

/** What looks wrong with a result, in words that say which slider to turn. */
export function redFlags(n: number, found: number, ending: Ending, params: Params): string[] {
  const { max_iter, convergence_iter } = params;
  const flags: string[] = [];
  if (ending === 'equal' && n > 1) {
    flags.push('All points are equally similar to each other: the exemplars are arbitrary.');
  }
  if (ending === 'none') {
    flags.push(
      `Not converged: after max_iter (${max_iter}) rounds no point is an exemplar, so there are no clusters (every label is -1). ` +
        'Raise damping or max_iter, or the preference.',
    );
  }
  if (ending === 'max_iter') {
    flags.push(
      `Not converged: after max_iter (${max_iter}) rounds the exemplars had not stood still for convergence_iter (${convergence_iter}) of them. ` +
        'Raise damping or max_iter.',
    );
  }
  if (found === n && n > 1) flags.push('Every point is its own exemplar. Lower the preference.');
  else if (found === 1 && n > 1) flags.push('One exemplar stands for all points. Raise the preference.');
  return flags;
}
