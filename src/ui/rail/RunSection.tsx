import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { useRun } from '../../state/run.ts';
import type { Outcome } from '../../worker/api.ts';
import { heldWords } from '../cost-words.ts';
import { LoadingBytes } from '../LoadingBytes.tsx';
import { useRedFlags } from '../red-flags.ts';
import classes from './rail.module.css';
import { duration, endWords } from './run-words.ts';

/** Seconds that a run has taken so far, once it has taken more than one; else null. */
function useLongRun(): number | null {
  const busy = useRun(({ status }) => status === 'running' || status === 'loading');
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    if (!busy) return setSeconds(null);
    const started = performance.now();
    const timer = setInterval(() => {
      const passed = (performance.now() - started) / 1000;
      if (passed >= 1) setSeconds(passed);
    }, 250);
    return () => clearInterval(timer);
  }, [busy]);
  return seconds;
}

function Progress({ seconds, focusSection }: { seconds: number; focusSection: () => void }) {
  const loads = useRun(({ status }) => status === 'loading');
  const hasBytes = useRun(({ progress }) => progress !== null);
  const cancel = () => {
    focusSection();
    useRun.getState().cancel();
  };
  return (
    <div className={classes.progress}>
      {!hasBytes && <progress aria-label={loads ? 'Loading' : 'Running'} />}
      <span>
        {loads ? 'loading' : 'running'} for <span className="mono">{seconds.toFixed(0)} s</span>
      </span>
      <Button size="compact-xs" variant="default" onClick={cancel}>
        Cancel
      </Button>
    </div>
  );
}

/** Whether the same recipe gives the same result, in words. */
function Reproducible() {
  const recipe = useRun(({ shown }) => shown?.recipe);
  const specs = recipe && algorithmSpec(recipe.algorithm)?.params;
  if (!recipe || !specs?.random_state) return null;
  const seed = recipe.params.random_state ?? null;
  if (seed !== null) {
    return (
      <p>
        reproducible: <span className="mono">random_state={String(seed)}</span>
      </p>
    );
  }
  return (
    <p>
      <span className="mono">random_state=None</span>: each run starts from other random numbers
    </p>
  );
}

function Notes({ shown }: { shown: Outcome }) {
  return useRedFlags(shown).map((note) => (
    <p key={note} className={classes.warning}>
      {note}
    </p>
  ));
}

/** How the last run went: its end, its warnings, its error; while one takes long, a way to stop it. */
export function RunSection() {
  const status = useRun((run) => run.status);
  const error = useRun((run) => run.error);
  const shown = useRun((run) => run.shown);
  const notice = useRun((run) => run.notice);
  const held = useRun((run) => run.held);
  const seconds = useLongRun();
  const section = useRef<HTMLElement>(null);
  // A button that goes with what it was pressed for leaves the focus here, where it is told what became of that.
  const focusSection = () => section.current?.focus({ preventScroll: true });
  const retry = () => {
    focusSection();
    useRun.getState().retry();
  };
  return (
    <section ref={section} tabIndex={-1} className={`section ${classes.run}`} aria-label="Run">
      <h2>Run</h2>
      <LoadingBytes />
      {seconds !== null && <Progress seconds={seconds} focusSection={focusSection} />}
      {error && (
        <p className={classes.error} role="alert">
          {error.field && <span className="mono">{error.field} </span>}
          {error.problem}.{shown && ' The picture is of the last good run.'}
        </p>
      )}
      {error && (error.field === 'dataset' || error.field === '') && (
        <Button size="compact-xs" variant="default" onClick={retry}>
          Try again
        </Button>
      )}
      {status === 'cancelled' && (
        <>
          <p role="status">Cancelled{shown ? '; the picture is of the last run that ended' : ''}.</p>
          <Button size="compact-xs" variant="default" onClick={retry}>
            Run again
          </Button>
        </>
      )}
      {held && (
        <p className={classes.warning}>
          Not started: {heldWords(algorithmSpec(held.recipe.algorithm)?.title ?? held.recipe.algorithm, held)}
        </p>
      )}
      {notice && <p className={classes.warning}>{notice}</p>}
      {shown && (
        <>
          <p>
            {endWords(shown)} · <span className="mono">{duration(shown.seconds)}</span>
          </p>
          <Reproducible />
          <Notes shown={shown} />
        </>
      )}
    </section>
  );
}
