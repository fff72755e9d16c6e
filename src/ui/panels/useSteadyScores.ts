import { useRef } from 'react';
import { useRun } from '../../state/run.ts';
import type { Outcome, Scores } from '../../worker/api.ts';

export interface Scored {
  readonly scores: Scores;
  readonly shown: Outcome;
  readonly previous: Scores | null;
  readonly colors: Int32Array;
}

/**
 * The last scores together with the run that they are of. While newer ones are being computed the old ones stay (`stale`),
 * so that the panels do not flicker during a drag and never pair one run's labels with another's scores.
 */
export function useSteadyScores(): { scored: Scored | null; stale: boolean } {
  const shown = useRun((run) => run.shown);
  const scores = useRun((run) => run.scores);
  const previous = useRun((run) => run.previousScores);
  const colors = useRun((run) => run.colors);
  const kept = useRef<Scored | null>(null);
  if (shown && scores && (kept.current?.shown !== shown || kept.current.scores !== scores)) {
    kept.current = { scores, shown, previous, colors };
  }
  const scored = kept.current;
  // Rows of another dataset cannot be drawn beside this one's.
  const fits = scored !== null && (!shown || scored.shown.labels.length === shown.labels.length);
  return { scored: fits ? scored : null, stale: scored?.shown !== shown };
}
