import { Button } from '@mantine/core';
import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { heldWords, sampleWords } from '../../ui/cost-words.ts';
import classes from './stage.module.css';

/** What a run would take that is too long to start unasked, and the ways on. */
export function HeldRun() {
  const held = useRun((run) => run.held);
  const isOlder = useRun(({ shown }) => shown !== null);
  if (!held) return null;
  const { recipe, sample } = held;
  return (
    <section className={classes.held} aria-label="Before it runs">
      <p>
        <b>{heldWords(algorithmSpec(recipe.algorithm)?.title ?? recipe.algorithm, held)}</b>{' '}
        {isOlder && <span className="muted">The picture is of the run before.</span>}
      </p>
      <div className={classes.heldWays}>
        {sample && (
          <Button size="xs" onClick={() => useRecipe.getState().setRows(sample.rows)}>
            {sampleWords(sample)}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => useRun.getState().runAnyway()}>
          Run anyway
        </Button>
      </div>
    </section>
  );
}
