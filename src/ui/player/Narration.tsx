import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { useNoun } from '../useNoun.ts';
import classes from './player.module.css';

/** What the step that is shown did, in the words of the algorithm's spec. */
export function Narration() {
  const frame = useTimeline(({ frames, index }) => frames[index]);
  const previous = useTimeline(({ frames, index }) => frames[index - 1] ?? null);
  const id = useRun(({ framed }) => framed?.recipe.algorithm);
  const status = useRun((run) => run.status);
  const noun = useNoun();
  const spec = id === undefined ? undefined : algorithmSpec(id);
  const words = frame && spec ? spec.narrate(frame, previous, noun) : null;
  return (
    <p role="status" aria-label="Narration" className={classes.narration}>
      {words ? (
        <>
          <b>{words.title}.</b> {words.text}
        </>
      ) : (
        <span className="muted">
          {status === 'loading' || status === 'running' ? 'Loading …' : 'Nothing to show yet.'}
        </span>
      )}
    </p>
  );
}
