import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { shortFlag, useRedFlags } from '../red-flags.ts';
import { useNoun } from '../useNoun.ts';
import { emptyWords } from './empty-words.ts';
import classes from './player.module.css';

/** What looks wrong with the result, in short, where everybody looks; the rail's section Run, often out of sight, has the advice. */
function Flag() {
  const shown = useRun((run) => run.shown);
  const isEnd = useTimeline(({ frames, index }) => frames === shown?.frames && index === frames.length - 1);
  const [flag] = useRedFlags(isEnd ? shown : null);
  if (!flag) return null;
  const look = () => document.querySelector('section[aria-label="Run"]')?.scrollIntoView({ block: 'center' });
  return (
    <button type="button" className={classes.flag} title={flag} onClick={look}>
      {shortFlag(flag)}
    </button>
  );
}

/** What the step that is shown did, in the words of the algorithm's spec. */
export function Narration() {
  const frame = useTimeline(({ frames, index }) => frames[index]);
  const previous = useTimeline(({ frames, index }) => frames[index - 1] ?? null);
  const id = useRun(({ framed }) => framed?.recipe.algorithm);
  const status = useRun((run) => run.status);
  const error = useRun((run) => run.error);
  const noun = useNoun();
  const spec = id === undefined ? undefined : algorithmSpec(id);
  const words = frame && spec ? spec.narrate(frame, previous, noun) : null;
  return (
    <p role="status" aria-label="Narration" className={classes.narration}>
      {words ? (
        <>
          <b>{words.title}.</b> {words.text} <Flag />
        </>
      ) : (
        <span className={status === 'failed' ? classes.failed : 'muted'}>{emptyWords({ status, error })}</span>
      )}
    </p>
  );
}
