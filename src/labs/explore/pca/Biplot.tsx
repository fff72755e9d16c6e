import { useCallback, useMemo } from 'react';
import { type BiplotData, biplot, biplotRows } from '../../../charts/explore/biplot.ts';
import type { FigureContext } from '../../../charts/figure/types.ts';
import type { PcaAnswer } from '../../../engine/explore/types.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import type { Explored } from '../useExplore.ts';
import { percent, thinned } from '../words.ts';
import { biplotData } from './biplot-data.ts';
import { heaviest, NOTHING } from './words.ts';

/** Rows by the first two components, with the columns that pull them there. */
export function Biplot({ explored, answer }: { explored: Explored; answer: PcaAnswer }) {
  const data = useMemo<BiplotData>(() => biplotData(explored, answer), [explored, answer]);
  const draw = useCallback((context: FigureContext) => biplot(data, context), [data]);
  const rows = useMemo(() => (explored.isLinked ? biplotRows(data) : undefined), [explored.isLinked, data]);
  const { summary, noun, grouping } = explored;
  const arrows = data.arrows.length;
  const few = thinned(data.rows.length, summary.rows, noun);
  const which = arrows < answer.columns.length ? `the ${arrows} columns that weigh the most` : 'the columns';
  const [first = 0, second = 0] = answer.ratio;
  return (
    <Figure
      title="Biplot"
      subtitle={[arrows > 0 && `Arrows: ${which}, all to one scale.`, few].filter(Boolean).join(' ') || undefined}
      summary={[
        `${noun.many} by the first two components, ${percent(first + second)} of the variance.`,
        `Columns that weigh the most: ${heaviest(answer, 2, 5)
          .map((j) => summary.featureNames[answer.columns[j]!])
          .join(', ')}.`,
      ]}
      legend={
        grouping.looks.length > 0
          ? { swatches: grouping.looks.map(({ name, color }) => ({ label: name, color })) }
          : null
      }
      empty={answer.count === 0 ? NOTHING : null}
      draw={draw}
      rows={rows}
    />
  );
}
