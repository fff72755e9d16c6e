import { Button } from '@mantine/core';
import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { figure, grouped } from '../../engine/spec/words.ts';
import { sizeOf } from '../../state/files/store.ts';
import { RACE_STARTS, usePicked } from '../../state/images/store.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { duration } from '../../ui/rail/run-words.ts';
import { matchedAccuracy, purity } from './composition.ts';
import classes from './images.module.css';
import { handFocusTo, takesOpen } from './race/hand-focus.ts';
import { useAreImages, useClusterImages } from './useClusterImages.ts';

/** "inertia 39,285 · purity 0.58 · accuracy 0.55", of the step that is shown. */
function Figures() {
  const images = useClusterImages();
  const algorithm = useRun(({ framed }) => framed?.recipe.algorithm);
  const score = useTimeline(({ frames, index }) => frames[index]?.score ?? null);
  if (!images || algorithm === undefined) return <span className="muted">no clusters yet</span>;
  const { counts, data, labels, areCentroids } = images;
  const classCount = Math.max(1, data.table.classNames.length);
  const hasClasses = data.table.y !== null && counts.some((count) => count > 0);
  const share = (value: number | null) => (value === null ? '–' : value.toFixed(3));
  return (
    <>
      {areCentroids && (
        <span>
          {algorithmSpec(algorithm)?.score} <b className="mono">{score === null ? '–' : figure(score)}</b>
        </span>
      )}
      {hasClasses && (
        <>
          <span title="The share of rows that are of their cluster's most frequent class">
            purity <b className="mono">{share(purity(counts, classCount, labels.length))}</b>
          </span>
          <span title="The share of rows in the right cluster, if each cluster stands for one class (Hungarian matching)">
            matched accuracy <b className="mono">{share(matchedAccuracy(counts, classCount, labels.length))}</b>
          </span>
        </>
      )}
    </>
  );
}

/** The time of a step, of the run that is shown. */
function Pace() {
  const shown = useRun((run) => run.shown);
  const areImages = useAreImages();
  const steps = shown?.attributes.n_steps ?? shown?.attributes.n_iter;
  if (!areImages || !shown || typeof steps !== 'number' || steps === 0) return null;
  return (
    <span>
      <b className="mono">{duration(shown.seconds / steps)}</b> a step
    </span>
  );
}

/** How many rows take part, and all of them at a click. */
function Rows() {
  const rows = useRecipe(({ recipe }) => recipe.rows);
  const all = useRecipe(({ recipe }) => sizeOf(recipe.dataset).rows);
  if (rows === undefined || all === null || rows >= all) return null;
  return (
    <Button size="xs" variant="default" onClick={() => useRecipe.getState().setRows(undefined)}>
      All {grouped(all)}
    </Button>
  );
}

/** What is shown, in figures, and what can be done with all of it. */
export function HeadLine() {
  const id = useRun(({ framed }) => framed?.recipe.algorithm);
  const asked = useRecipe(({ recipe }) => recipe.algorithm);
  return (
    <header className={classes.headLine}>
      <div>
        <h2>{algorithmSpec(id ?? asked)?.title}</h2>
        <p className={classes.figures}>
          <Figures />
          <Pace />
        </p>
      </div>
      <div className={classes.actions}>
        <Rows />
        <Button
          ref={takesOpen}
          size="xs"
          onClick={() => {
            handFocusTo('close');
            usePicked.getState().setRace(RACE_STARTS[0]);
          }}
          title="K-Means and Mini-Batch K-Means side by side, from the same start"
        >
          Race
        </Button>
      </div>
    </header>
  );
}
