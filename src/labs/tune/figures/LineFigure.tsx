import { useMemo } from 'react';
import { createSweepLines } from '../../../charts/sweep/lines.ts';
import type { SweepLine, SweepLinesData, SweepMark } from '../../../charts/sweep/types.ts';
import type { Measure } from '../../../engine/spec/measures.ts';
import { datasetName } from '../../../state/dataset.ts';
import { useSweepRun } from '../../../state/tune/runs.ts';
import { useTune } from '../../../state/tune/store.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { useChart } from '../../../ui/useChart.ts';
import type { Cell } from '../../../worker/api.ts';
import { openCell } from '../open.ts';
import type { Reading } from '../reading/readings.ts';
import { extentOf, measured, repeatsOf } from '../reading/values.ts';
import { measureText, tickText } from '../reading/words.ts';
import { cellName, type SweepView } from '../sweep-view.ts';
import { chartAxis } from './axes.ts';
import { walkHint } from './hint.ts';

function lineOf(
  measure: Measure,
  cells: readonly (Cell | undefined)[],
  count: number,
  repeats: Map<number, (Cell | undefined)[]>,
): SweepLine {
  const places = Array.from({ length: count }, (_, i) => i);
  const band = places.map((i) => {
    const own = repeats.get(i)?.map((cell) => measured(cell, measure.name));
    return own ? extentOf(own) : null;
  });
  return {
    title: measure.name,
    values: places.map((i) => measured(cells[i], measure.name)),
    band: band.some(Boolean) ? band : null,
    errors: null,
    range: measure.range ?? [null, null],
    tick: measure.unit ? (value) => tickText(value, measure) : undefined,
  };
}

interface Props {
  view: SweepView;
  marks: readonly SweepMark[];
  readings: readonly Reading[];
}

function Lines({ data, view }: { data: SweepLinesData; view: SweepView }) {
  const node = useChart(createSweepLines, data, {
    onWalk: (place: number | null) => useTune.getState().walkTo(place),
    onPick: (place: number) => openCell(view, place),
  });
  return <div ref={node} />;
}

/** One parameter against one score, or two. */
export function LineFigure({ view, marks, readings }: Props) {
  const { sweep, grid, score, second, cells, best } = view;
  const walk = useTune((tune) => tune.walk);
  const tasks = useSweepRun((run) => run.tasks);
  const all = useSweepRun((run) => run.cells);
  const read = readings.find(({ cell }) => cell !== null)?.cell ?? null;
  const title = `${score.title} over ${sweep.x.param}`;
  const still = useMemo<Omit<SweepLinesData, 'cursor'>>(() => {
    const count = grid.xs.length;
    const seeds = repeatsOf(tasks, all, 'seed');
    const left = lineOf(score, cells, count, seeds);
    return {
      x: chartAxis(sweep.x, grid.xs),
      left,
      right: second && second.name !== score.name ? lineOf(second, cells, count, new Map()) : null,
      marks,
      failed: Array.from({ length: count }, (_, i) => cells[i]?.error != null),
      best: best ?? read,
      label: title,
      words: (place) => {
        const problem = cells[place]?.error;
        return `${cellName(view, place)}: ${problem ? `failed, ${problem.problem}` : measureText(measured(cells[place], score.name), score)}`;
      },
    };
  }, [view, sweep, grid, score, second, cells, best, read, tasks, all, marks, title]);
  const data = useMemo<SweepLinesData>(() => ({ ...still, cursor: walk }), [still, walk]);
  const swatches = [
    { label: score.name, color: 'var(--cs-accent)', shape: 'line' as const },
    ...(still.right
      ? [{ label: `${second!.name} (right axis)`, color: 'var(--cs-warn)', shape: 'dash' as const }]
      : []),
    ...(still.left.band
      ? [{ label: 'least to greatest over the seeds', color: 'var(--cs-accent-line)', shape: 'square' as const }]
      : []),
  ];
  const known = still.left.values.filter((value) => value !== null).length;
  return (
    <Figure
      title={title}
      subtitle={`${sweep.recipe.algorithm} on ${datasetName(sweep.recipe.dataset)}`}
      hint={walkHint()}
      summary={[
        `${score.name} for ${known} of ${grid.xs.length} values of ${sweep.x.param}.`,
        ...readings.map(({ text }) => text),
      ]}
      legend={{ swatches }}
    >
      <Lines data={data} view={view} />
    </Figure>
  );
}
