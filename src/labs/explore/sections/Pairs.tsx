import { useMemo } from 'react';
import { createScatterMatrix } from '../../../charts/explore/matrix/scatter-matrix.ts';
import type { Ask } from '../../../engine/explore/types.ts';
import { counted, listed } from '../../../engine/spec/words.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import classes from '../explore.module.css';
import { TableChart } from '../TableChart.tsx';
import { useAnswer } from '../useAnswer.ts';
import { thinned } from '../words.ts';
import type { SectionProps } from './index.ts';

/** Points that a picture is redrawn with while a brush moves, all cells together. */
const MOST_POINTS = 40_000;

/** How many rows each cell may have. */
const rowsFor = (columns: number) => Math.floor(MOST_POINTS / Math.max(2, columns * (columns - 1)));

/** Every column against every other. */
export function Pairs({ explored, columns, words }: SectionProps) {
  const ask = useMemo<Ask & { kind: 'values' }>(
    () => ({ kind: 'values', columns, most: Math.min(2000, rowsFor(columns.length)) }),
    [columns],
  );
  const { answer, error } = useAnswer(explored.recipe, ask);
  if (error) return <p className={classes.problem}>{error}</p>;
  if (!answer) return <p className="muted">Fetching values …</p>;
  const { summary, noun, grouping } = explored;
  const names = answer.columns.map((column) => summary.featureNames[column]!);
  const few = thinned(answer.shown.length, summary.rows, noun);
  const how =
    'Drag in a cell to select (Shift adds, Alt removes, Esc clears); a finger rests first. Arrow keys go from cell to cell, Enter makes a brush there.';
  return (
    <Figure
      title="Scatter matrix"
      subtitle={[few, few && 'A brush selects among all of them.', how].filter(Boolean).join(' ')}
      summary={[
        `Scatter plots of ${words}: ${listed(names)}, each against each, of ${counted(summary.rows, noun)}${grouping.looks.length > 0 ? `, coloured by ${grouping.by}` : ''}.`,
        'In the diagonal the histogram of each column.',
      ]}
      legend={
        grouping.looks.length > 0
          ? { swatches: grouping.looks.map(({ name, color }) => ({ label: name, color })) }
          : null
      }
    >
      <TableChart create={createScatterMatrix} explored={explored} answer={answer} label="Scatter matrix" />
    </Figure>
  );
}
