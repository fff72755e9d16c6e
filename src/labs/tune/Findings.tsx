import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { SweepMark } from '../../charts/sweep/types.ts';
import { many } from '../../state/many.ts';
import { useSweepRun } from '../../state/tune/runs.ts';
import { Later } from '../../ui/Later.tsx';
import { dataKey } from '../../worker/data-key.ts';
import { GapFigure, gapWords } from './figures/GapFigure.tsx';
import { HeatFigure } from './figures/HeatFigure.tsx';
import { KDistanceFigure } from './figures/KDistanceFigure.tsx';
import { LineFigure } from './figures/LineFigure.tsx';
import { StabilityFigure } from './figures/StabilityFigure.tsx';
import { StartsFigure, StartsTable } from './figures/StartsFigure.tsx';
import { takeCell } from './open.ts';
import { type Gap, gapOf } from './reading/gap.ts';
import { elbowOf, type Reading } from './reading/readings.ts';
import { repeatsOf } from './reading/values.ts';
import { cellName, type SweepView } from './sweep-view.ts';
import classes from './tune.module.css';
import { WalkPanel } from './walk/WalkPanel.tsx';

const QUANTILES = [0.1, 0.2, 0.3, 0.5];
const NO_MARKS: readonly SweepMark[] = [];

/** The bandwidths that scikit-learn would estimate, where bandwidth is swept. */
function useBandwidths({ sweep }: SweepView): readonly SweepMark[] {
  const [found, setFound] = useState<{ key: string; marks: readonly SweepMark[] } | null>(null);
  const isAsked = sweep.recipe.algorithm === 'MeanShift' && sweep.x.param === 'bandwidth';
  const key = isAsked ? dataKey(sweep.recipe) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that they depend on.
  useEffect(() => {
    if (key === null) return;
    const controller = new AbortController();
    many()
      .bandwidths(sweep.recipe, QUANTILES, { signal: controller.signal })
      .then((values) => {
        const marks = QUANTILES.map((quantile, i) => ({ at: values[i]!, label: `quantile ${quantile}` }));
        setFound({ key, marks });
      })
      // What is wrong with the data is said where the sweep runs.
      .catch(() => {});
    return () => controller.abort(new Error('not looked at any more'));
  }, [key]);
  return key !== null && found?.key === key ? found.marks : NO_MARKS;
}

function useGap(view: SweepView): Gap | null {
  const { sweep, grid, cells: plain } = view;
  const tasks = useSweepRun((run) => run.tasks);
  const cells = useSweepRun((run) => run.cells);
  return useMemo(() => {
    if (sweep.repeats.references === 0 || sweep.y) return null;
    const references = repeatsOf(tasks, cells, 'uniform');
    return gapOf(
      grid.xs.map((_, i) => plain[i]?.inertia ?? null),
      grid.xs.map((_, i) => (references.get(i) ?? []).map((cell) => cell?.inertia ?? null)),
    );
  }, [sweep, grid, plain, tasks, cells]);
}

function Readings({ view, readings }: { view: SweepView; readings: readonly Reading[] }) {
  if (readings.length === 0) return null;
  return (
    <ul className={classes.readings} aria-label="What the curves say">
      {readings.map(({ text, cell }) => (
        <li key={text}>
          {text}
          {cell !== null && (
            <Button size="compact-xs" variant="default" onClick={() => takeCell(view, cell)}>
              Use {cellName(view, cell, ' = ')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What a sweep shows: its figures, what they say, and the cell that is walked to. */
export function Findings({ view }: { view: SweepView }) {
  const { sweep } = view;
  const marks = useBandwidths(view);
  const gap = useGap(view);
  const agreements = useSweepRun((run) => run.agreements);
  const isDone = useSweepRun((run) => run.status === 'done');
  const readings = useMemo(() => {
    const elbow = isDone ? elbowOf(view) : null;
    const own = gap && isDone ? { text: gapWords(gap, view), cell: gap.chosen } : null;
    return [elbow, own].filter((one) => one !== null);
  }, [view, gap, isDone]);
  const isStarts = sweep.x.param === 'random_state';
  const hasEps = sweep.recipe.algorithm === 'DBSCAN' && [sweep.x.param, sweep.y?.param].includes('eps');
  const read = readings.find(({ cell }) => cell !== null)?.cell ?? null;
  return (
    <div className={classes.findings}>
      <div className={classes.first}>
        {hasEps && sweep.y === null && <KDistanceFigure recipe={sweep.recipe} />}
        {isStarts && <StartsFigure view={view} />}
        {isStarts && <StartsTable view={view} />}
        {!isStarts &&
          (sweep.y ? <HeatFigure view={view} /> : <LineFigure view={view} marks={marks} readings={readings} />)}
        <Readings view={view} readings={readings} />
      </div>
      <Later frames={1}>
        <WalkPanel view={view} read={read} />
      </Later>
      <div className={classes.rest}>
        {gap && <GapFigure view={view} gap={gap} />}
        {!sweep.y && sweep.repeats.seeds + sweep.repeats.bootstraps > 1 && (
          <StabilityFigure view={view} agreements={agreements} />
        )}
        {hasEps && sweep.y !== null && <KDistanceFigure recipe={sweep.recipe} />}
      </div>
    </div>
  );
}
