import { useEffect, useMemo, useRef } from 'react';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useSweepRun } from '../../state/tune/runs.ts';
import { useTune } from '../../state/tune/store.ts';
import { Later } from '../../ui/Later.tsx';
import { LabPage } from '../../ui/shell/LabPage.tsx';
import { readUnread, sweepOf } from './choice.ts';
import { RunStatus } from './controls/RunStatus.tsx';
import { SweepBar } from './controls/SweepBar.tsx';
import { Findings } from './Findings.tsx';
import { pinnedRecipe } from './sweep-recipe.ts';
import { useChoice, useSweepView } from './sweep-view.ts';
import { SweepTable } from './table/SweepTable.tsx';
import classes from './tune.module.css';
import { useFittingRanges } from './useFittingRanges.ts';

/** A range that is being typed, or a slider that is dragged, is not run before it rests for so long. */
const REST_MS = 120;

/** Runs what is asked for while the lab is open; leaving it ends the work, coming back goes on. */
function useSweeping(): (anyway: boolean) => void {
  const choice = useChoice();
  const recipe = useRecipe((state) => state.recipe);
  const shown = useRun((run) => run.shown?.recipe ?? null);
  const pinned = useMemo(() => pinnedRecipe(recipe, shown), [recipe, shown]);
  const { x, y, repeats } = choice;
  const key = pinned && JSON.stringify(sweepOf(pinned, { ...choice, x, y, repeats }));
  const latest = useRef<() => void>(() => {});
  const start = (anyway: boolean) => {
    if (pinned) useSweepRun.getState().start(sweepOf(pinned, choice), anyway);
  };
  latest.current = () => start(false);
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that a sweep depends on.
  useEffect(() => {
    const wait = isFirst.current ? 0 : REST_MS;
    isFirst.current = false;
    const timer = setTimeout(() => latest.current(), wait);
    return () => clearTimeout(timer);
  }, [key]);
  useEffect(() => () => useSweepRun.getState().cancel(), []);
  return start;
}

/** Sweeps of one parameter or two. */
export function TuneLab() {
  const unread = useTune((tune) => tune.unread);
  useEffect(() => {
    if (unread !== null) readUnread();
  }, [unread]);
  useFittingRanges();
  const start = useSweeping();
  const view = useSweepView();
  return (
    <LabPage name="Tune">
      <div className={classes.lab}>
        <SweepBar />
        <RunStatus onStart={start} />
        <Later frames={1}>{view && <Findings view={view} />}</Later>
        <Later frames={3}>{view && <SweepTable view={view} />}</Later>
      </div>
    </LabPage>
  );
}
