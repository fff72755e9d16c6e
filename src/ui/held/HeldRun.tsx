import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { heldWords, sampleWords } from '../cost-words.ts';
import { Held } from './Held.tsx';

/** What a run would take that is too long to start unasked, and the ways on. */
export function HeldRun() {
  const held = useRun((run) => run.held);
  const isOlder = useRun(({ shown }) => shown !== null);
  if (!held) return null;
  const { recipe, sample } = held;
  return (
    <Held
      name="Before it runs"
      instead={sample && { label: sampleWords(sample), go: () => useRecipe.getState().setRows(sample.rows) }}
      anyway={{ label: 'Run anyway', go: () => useRun.getState().runAnyway() }}
    >
      <b>{heldWords(algorithmSpec(recipe.algorithm)?.title ?? recipe.algorithm, held)}</b>{' '}
      {isOlder && <span className="muted">The picture is of the run before.</span>}
    </Held>
  );
}
