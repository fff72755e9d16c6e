import { useSyncExternalStore } from 'react';
import { failure, onFailures } from '../../charts/attempt.ts';
import classes from './strips.module.css';

/** Says that a picture cannot be drawn, which is no failure of the run, until it can. */
export function FailedPicture() {
  const problem = useSyncExternalStore(onFailures, failure);
  if (problem === null) return null;
  return (
    <div className={classes.strip} role="alert">
      <span>
        A picture could not be drawn: {problem.replace(/\.$/, '')}. The run is not affected; the next step or run draws
        it anew.
      </span>
    </div>
  );
}
