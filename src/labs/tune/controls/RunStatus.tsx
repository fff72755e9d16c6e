import { Button } from '@mantine/core';
import { grouped } from '../../../engine/spec/words.ts';
import { useSweepRun } from '../../../state/tune/runs.ts';
import { roughTime } from '../../../ui/cost-words.ts';
import classes from '../tune.module.css';

/** How far the sweep is, and the ways on. */
export function RunStatus({ onStart }: { onStart(anyway: boolean): void }) {
  const status = useSweepRun((run) => run.status);
  const done = useSweepRun((run) => run.done);
  const all = useSweepRun((run) => run.tasks.length);
  const left = useSweepRun((run) => run.left);
  const estimate = useSweepRun((run) => run.estimate);
  const problem = useSweepRun((run) => run.problem);
  const runs = `${grouped(all)} ${all === 1 ? 'run' : 'runs'}`;
  const words = {
    idle: '',
    held: `${grouped(all - done)} runs would take ${roughTime(estimate)}.`,
    running: `${grouped(done)} of ${runs}${left === null ? '' : `, ${roughTime(left)} left`}`,
    done: `${runs} done`,
    cancelled: `Stopped after ${grouped(done)} of ${runs}; what is done stays.`,
    failed: '',
  }[status];
  return (
    <div className={classes.status} role="status" aria-label="Sweep progress">
      {status === 'running' && <progress max={all} value={done} aria-label="Runs done" />}
      <span className="figures">{words}</span>
      {status === 'failed' && problem && (
        <span className={classes.problem}>
          {problem.field ? `${problem.field}: ` : ''}
          {problem.problem}.
        </span>
      )}
      {status === 'running' && (
        <Button size="compact-xs" variant="default" onClick={() => useSweepRun.getState().cancel()}>
          Cancel
        </Button>
      )}
      {status === 'held' && (
        <Button size="compact-xs" onClick={() => onStart(true)}>
          Run anyway
        </Button>
      )}
      {(status === 'cancelled' || status === 'failed') && (
        <Button size="compact-xs" variant="default" onClick={() => onStart(true)}>
          Go on
        </Button>
      )}
    </div>
  );
}
