import { useMemo } from 'react';
import { createSweepLines } from '../../../charts/sweep/lines.ts';
import type { SweepLinesData } from '../../../charts/sweep/types.ts';
import { figure } from '../../../engine/spec/words.ts';
import { useTune } from '../../../state/tune/store.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { useChart } from '../../../ui/useChart.ts';
import { openCell } from '../open.ts';
import type { Gap } from '../reading/gap.ts';
import { placeText } from '../reading/words.ts';
import { cellName, type SweepView } from '../sweep-view.ts';
import { chartAxis } from './axes.ts';

function Lines({ data, view }: { data: SweepLinesData; view: SweepView }) {
  const node = useChart(createSweepLines, data, {
    onWalk: (place: number | null) => useTune.getState().walkTo(place),
    onPick: (place: number) => openCell(view, place),
  });
  return <div ref={node} />;
}

/** What the gap statistic says, in words. */
export function gapWords(gap: Gap, view: SweepView): string {
  const { sweep, grid } = view;
  if (gap.gaps.some((value) => value === null)) return 'The gap statistic needs every run.';
  if (gap.chosen === null) return `The gap rises to the end: no ${sweep.x.param} in this range is enough.`;
  return `Gap statistic: ${sweep.x.param} = ${placeText(grid.xs[gap.chosen]!)}.`;
}

/** The gap of each number of clusters, with its standard error. */
export function GapFigure({ view, gap }: { view: SweepView; gap: Gap }) {
  const { sweep, grid } = view;
  const walk = useTune((tune) => tune.walk);
  const title = `Gap statistic over ${sweep.x.param}`;
  const still = useMemo<Omit<SweepLinesData, 'cursor'>>(
    () => ({
      x: chartAxis(sweep.x, grid.xs),
      left: { title: 'gap', values: gap.gaps, band: null, errors: gap.errors, range: [null, null] },
      right: null,
      marks: [],
      failed: gap.gaps.map(() => false),
      best: gap.chosen,
      label: title,
      words: (place) => `${cellName(view, place)}: gap ${figure(gap.gaps[place] ?? 0)}`,
    }),
    [view, sweep, grid, gap, title],
  );
  const data = useMemo(() => ({ ...still, cursor: walk }), [still, walk]);
  return (
    <Figure
      title={title}
      subtitle={`log W of ${sweep.repeats.references} reference sets less log W of the data; bars: one standard error`}
      summary={gapWords(gap, view)}
    >
      <Lines data={data} view={view} />
    </Figure>
  );
}
