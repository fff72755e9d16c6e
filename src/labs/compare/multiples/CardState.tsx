import { Button, Loader } from '@mantine/core';
import { heldWords } from '../../../ui/cost-words.ts';
import { type Entry, startRun } from './comparison.ts';
import classes from './multiples.module.css';

/** Over the picture: what keeps it from being there, or that a newer one is on its way. */
export function CardState({ entry }: { entry: Entry }) {
  const { name, recipe, result, done } = entry;
  if (!result || !recipe || result.status === 'done') return null;
  if (result.status === 'running') {
    return (
      <div className={classes.busy} role="status" aria-label={`${name} is running`}>
        <Loader size={done ? 14 : 18} />
      </div>
    );
  }
  if (result.status === 'failed') {
    return (
      <div className={classes.notice} role="alert">
        <p className={classes.problem}>
          {result.field && <span className="mono">{result.field} </span>}
          {result.problem}.
        </p>
        {!result.field && (
          <Button size="compact-xs" variant="default" onClick={() => startRun(recipe)}>
            Try again
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className={classes.notice}>
      <p>{result.status === 'held' ? heldWords(name, result.held) : 'Cancelled.'}</p>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={result.status === 'held' ? `Run anyway: ${name}` : `Run: ${name}`}
        onClick={() => startRun(recipe)}
      >
        {result.status === 'held' ? 'Run anyway' : 'Run'}
      </Button>
    </div>
  );
}
