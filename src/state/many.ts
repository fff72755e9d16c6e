import { createMany, type Many } from '../worker/many.ts';
import { whenIdle } from './idle.ts';
import { useRun } from './run.ts';

let shared: Many | null = null;

/** The workers beside the stage's, which all labs share; they start when they are first asked for something. */
export function many(): Many {
  shared ??= createMany();
  return shared;
}

/** Whoever has many cores does not need them all awake for what may never be asked. */
const WARM = 2;

/**
 * Starts two of them once the first picture stands and the page has nothing else to do: a comparison or a sweep then begins
 * at its click. Returns how to let it be.
 */
export function warmWhenIdle(): () => void {
  const stops = [
    useRun.subscribe(({ scores }) => {
      if (!scores) return;
      stops[0]!();
      stops.push(whenIdle(() => many().warm(WARM)));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
