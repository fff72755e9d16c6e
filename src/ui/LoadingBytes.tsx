import { Button } from '@mantine/core';
import { useRun } from '../state/run.ts';
import { bytesWords } from './bytes-words.ts';
import classes from './loading.module.css';

/** How much of the data on its way has come; nothing while none is awaited. */
export function LoadingBytes({ progress }: { progress?: { loaded: number; total: number } | null }) {
  const own = useRun((run) => run.progress);
  const shown = progress === undefined ? own : progress;
  if (!shown) return null;
  const { loaded, total } = shown;
  return (
    <div className={classes.loading}>
      <progress aria-label="Loading" value={loaded} max={Math.max(1, total)} />
      <span className="mono">{bytesWords(loaded, total)}</span>
    </div>
  );
}

/** What is wrong with data that did not come, and another try; the rail's alert, which may be out of view, says it aloud. */
export function LoadingFailed() {
  const error = useRun((run) => run.error);
  const isOlder = useRun(({ data }) => data !== null);
  const isData = error?.field === 'dataset' || error?.field === '';
  if (!error || !isData) return null;
  return (
    <div className={classes.failed}>
      <p>
        {error.problem}. {isOlder && <span className="muted">What is shown is the data before.</span>}
      </p>
      <Button size="xs" variant="default" onClick={() => useRun.getState().retry()}>
        Try again
      </Button>
    </div>
  );
}
