import { useMemo } from 'react';
import { createParallel } from '../../../charts/explore/parallel/parallel.ts';
import type { Ask } from '../../../engine/explore/types.ts';
import { counted, listed } from '../../../engine/spec/words.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import classes from '../explore.module.css';
import { TableChart } from '../TableChart.tsx';
import { useAnswer } from '../useAnswer.ts';
import { thinned } from '../words.ts';
import type { SectionProps } from './index.ts';

/** Lines that a picture is redrawn with while a gate moves. */
const MOST_ROWS = 1_000;

/** Every row as a line through all columns. */
export function Parallel({ explored, columns }: SectionProps) {
  const ask = useMemo<Ask & { kind: 'values' }>(() => ({ kind: 'values', columns, most: MOST_ROWS }), [columns]);
  const { answer, error } = useAnswer(explored.recipe, ask);
  if (error) return <p className={classes.problem}>{error}</p>;
  if (!answer) return <p className="muted">Fetching values …</p>;
  const { summary, noun, grouping } = explored;
  const names = answer.columns.map((column) => summary.featureNames[column]!);
  const few = thinned(answer.shown.length, summary.rows, noun);
  return (
    <Figure
      title="Parallel coordinates"
      subtitle={`${few ? `${few} ` : ''}Each axis from its smallest value to its largest. Drag along an axis to select (a finger rests first, arrow keys do it too); more axes narrow it down; a click on one lets it go.`}
      summary={`${counted(summary.rows, noun)} as lines through ${listed(names)}.`}
      legend={
        grouping.looks.length > 0
          ? { swatches: grouping.looks.map(({ name, color }) => ({ label: name, color, shape: 'line' })) }
          : null
      }
    >
      <TableChart create={createParallel} explored={explored} answer={answer} label="Parallel coordinates" />
    </Figure>
  );
}
