import { useRef } from 'react';
import { useRun } from '../state/run.ts';

/** Whether a picture has been painted yet: what the first one can do without is loaded after it. */
export function useHasPicture(): boolean {
  const isShown = useRun(({ shown, error }) => shown !== null || error !== null);
  const was = useRef(false);
  if (isShown) was.current = true;
  return was.current;
}
