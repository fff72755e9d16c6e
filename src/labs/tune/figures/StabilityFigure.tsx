import { useMemo } from 'react';
import { createSweepLines } from '../../../charts/sweep/lines.ts';
import type { SweepLinesData } from '../../../charts/sweep/types.ts';
import { measureOf } from '../../../engine/spec/measures.ts';
import { useTune } from '../../../state/tune/store.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { useChart } from '../../../ui/useChart.ts';
import type { Agreement } from '../../../worker/api.ts';
import { openCell } from '../open.ts';
import { cellName, type SweepView } from '../sweep-view.ts';
import { chartAxis } from './axes.ts';

const RANGE = measureOf('adjusted_rand_score')!.range!;

/** The middle of some numbers, and the tenth and ninetieth of a hundred. */
export function spread(values: Float64Array): { middle: number; band: [number, number] } {
  const sorted = values.slice().sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return { middle: at(0.5), band: [at(0.1), at(0.9)] };
}

function Lines({ data, view }: { data: SweepLinesData; view: SweepView }) {
  const node = useChart(createSweepLines, data, {
    onWalk: (place: number | null) => useTune.getState().walkTo(place),
    onPick: (place: number) => openCell(view, place),
  });
  return <div ref={node} />;
}

/** How far the repeats of each cell agree, pair by pair. */
export function StabilityFigure({ view, agreements }: { view: SweepView; agreements: ReadonlyMap<number, Agreement> }) {
  const { sweep, grid } = view;
  const walk = useTune((tune) => tune.walk);
  const title = `Agreement of repeats over ${sweep.x.param}`;
  const still = useMemo<Omit<SweepLinesData, 'cursor'>>(() => {
    const spreads = grid.xs.map((_, i) => {
      const pairs = agreements.get(i)?.pairs;
      return pairs ? spread(pairs) : null;
    });
    const values = spreads.map((one) => one?.middle ?? null);
    const highest = values.reduce<number | null>(
      (best, value, i) => (value !== null && (best === null || value > (values[best] ?? -2)) ? i : best),
      null,
    );
    return {
      x: chartAxis(sweep.x, grid.xs),
      left: {
        title: 'adjusted Rand index',
        values,
        band: spreads.map((one) => one?.band ?? null),
        errors: null,
        range: RANGE,
      },
      right: null,
      marks: [],
      failed: values.map(() => false),
      best: highest,
      label: title,
      words: (place) => `${cellName(view, place)}: ${values[place]?.toFixed(3) ?? 'none'}`,
    };
  }, [view, sweep, grid, agreements, title]);
  const data = useMemo(() => ({ ...still, cursor: walk }), [still, walk]);
  const { seeds, bootstraps } = sweep.repeats;
  const of = [seeds > 0 && `${seeds} seeds`, bootstraps > 0 && `${bootstraps} bootstrap samples`].filter(Boolean);
  return (
    <Figure
      title={title}
      subtitle={`adjusted_rand_score of each pair of ${of.join(' and ')}: the middle, and eight of ten around it`}
      summary={still.best === null ? 'Not there yet.' : `The repeats agree most at ${cellName(view, still.best)}.`}
      legend={{
        swatches: [
          { label: 'median', color: 'var(--cs-accent)', shape: 'line' },
          { label: '10 % to 90 %', color: 'var(--cs-accent-line)', shape: 'square' },
        ],
      }}
    >
      <Lines data={data} view={view} />
    </Figure>
  );
}
