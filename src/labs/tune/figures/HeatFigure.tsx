import { interpolateViridis, quantize } from 'd3';
import { useMemo } from 'react';
import { createSweepHeat } from '../../../charts/sweep/heat.ts';
import type { SweepHeatData } from '../../../charts/sweep/types.ts';
import { datasetName } from '../../../state/dataset.ts';
import { useTune } from '../../../state/tune/store.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { useChart } from '../../../ui/useChart.ts';
import { openCell } from '../open.ts';
import { extentOf, measured } from '../reading/values.ts';
import { measureText } from '../reading/words.ts';
import { cellName, type SweepView } from '../sweep-view.ts';
import { chartAxis } from './axes.ts';
import { walkHint } from './hint.ts';

const COLORS = quantize(interpolateViridis, 64);

function Heat({ data, view }: { data: SweepHeatData; view: SweepView }) {
  const node = useChart(createSweepHeat, data, {
    onWalk: (cell: number | null) => useTune.getState().walkTo(cell),
    onPick: (cell: number) => openCell(view, cell),
  });
  return <div ref={node} />;
}

/** Two parameters, and one score as colour. */
export function HeatFigure({ view }: { view: SweepView }) {
  const { sweep, grid, score, cells, values, best } = view;
  const walk = useTune((tune) => tune.walk);
  const title = `${score.title} over ${sweep.x.param} and ${sweep.y!.param}`;
  const range = useMemo(() => extentOf(values) ?? ([0, 1] as const), [values]);
  const still = useMemo<Omit<SweepHeatData, 'cursor'>>(
    () => ({
      x: chartAxis(sweep.x, grid.xs),
      y: chartAxis(sweep.y, grid.ys),
      values,
      failed: values.map((_, i) => cells[i]?.error != null),
      range,
      // Low is good: the bright end is the good end.
      colors: score.better === 'lower' ? COLORS.toReversed() : COLORS,
      best,
      label: title,
      format: (value) => measureText(value, score),
      words: (cell) => `${cellName(view, cell)}: ${measureText(measured(cells[cell], score.name), score)}`,
    }),
    [view, sweep, grid, score, cells, values, best, range, title],
  );
  const data = useMemo<SweepHeatData>(() => ({ ...still, cursor: walk }), [still, walk]);
  const failed = still.failed.filter(Boolean).length;
  return (
    <Figure
      title={title}
      subtitle={`${sweep.recipe.algorithm} on ${datasetName(sweep.recipe.dataset)}`}
      hint={walkHint()}
      summary={[
        `${values.filter((value) => value !== null).length} of ${values.length} cells have a value, from ${measureText(range[0], score)} to ${measureText(range[1], score)}.`,
        ...(best === null ? [] : [`The best is ${cellName(view, best)}.`]),
        ...(failed > 0 ? [`${failed} cells failed.`] : []),
      ]}
      legend={{
        ramp: {
          title: score.name,
          colors: still.colors,
          ticks: [measureText(range[0], score), measureText(range[1], score)],
        },
      }}
    >
      <Heat data={data} view={view} />
    </Figure>
  );
}
