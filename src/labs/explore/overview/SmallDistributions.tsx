import { useCallback, useMemo } from 'react';
import { type HistogramGridData, histogramGrid } from '../../../charts/explore/histogram-grid.ts';
import type { FigureContext } from '../../../charts/figure/types.ts';
import type { Ask } from '../../../engine/explore/types.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { histogramData } from '../distribution-data.ts';
import { largestGroups } from '../grouping.ts';
import type { SectionProps } from '../sections/index.ts';
import { useAnswer } from '../useAnswer.ts';
import { tableFigure } from '../words.ts';

/** How each of the columns spreads, small, by class or cluster. */
export function SmallDistributions({ explored, columns, words }: SectionProps) {
  const { summary, grouping, noun } = explored;
  const { ask: groups } = grouping;
  const ask = useMemo<Ask & { kind: 'distributions' }>(
    () => ({ kind: 'distributions', columns, groups }),
    [columns, groups],
  );
  const { answer, error } = useAnswer(explored.recipe, ask);
  const titles = useMemo(
    () =>
      columns.map((j) => {
        const [min, median, max] = [summary.min, summary.median, summary.max].map((of) => tableFigure(of[j]!));
        return `${summary.featureNames[j]}: from ${min} to ${max}, median ${median}.`;
      }),
    [columns, summary],
  );
  const data = useMemo<HistogramGridData | null>(
    () => answer && { histograms: answer.columns.map((one) => histogramData(explored, answer, one)), titles },
    [answer, explored, titles],
  );
  const draw = useCallback((context: FigureContext) => histogramGrid(data!, context), [data]);
  const shown = answer ? largestGroups(answer.groupSizes).map((group) => grouping.looks[group]!) : [];
  const others = shown.length < grouping.looks.length;
  return (
    <Figure
      title="Columns at a glance"
      subtitle={`${noun.many} a bin, each column on its own scale; ${words}`}
      summary={titles}
      legend={
        shown.length > 0
          ? {
              swatches: [
                ...shown.map(({ name, color }) => ({ label: name, color, shape: 'square' as const })),
                ...(others ? [{ label: 'others', color: 'var(--cs-text-muted)', shape: 'square' as const }] : []),
              ],
            }
          : null
      }
      empty={error ?? (answer ? null : 'Counting …')}
      draw={draw}
    />
  );
}
