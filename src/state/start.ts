import { followDataset } from './explore/follow.ts';
import { startLayouts } from './layouts.ts';
import { keepLocally } from './persist.ts';
import { startSession } from './session.ts';
import { followAddress } from './url.ts';

/** Brings the stores to life: what this browser kept, what the address says, then the first run. Ends all with what it returns. */
export function startState(): () => void {
  const stops = [keepLocally(), followDataset(), followAddress(), startSession(), startLayouts()];
  return () => {
    for (const stop of stops) stop();
  };
}
