import { useCallback, useMemo } from 'react';
import { divergingRamp, type HeatCell, heatMap } from '../../../charts/explore/heat-map.ts';
import type { FigureContext } from '../../../charts/figure/types.ts';
import type { Ask } from '../../../engine/explore/types.ts';
import { type Coefficient, useExplore } from '../../../state/explore/store.ts';
import { useView } from '../../../state/view.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { useTheme } from '../../../ui/useTheme.ts';
import { correlationWords } from '../correlation-words.ts';
import classes from '../explore.module.css';
import { grounds } from '../grounds.ts';
import { useAnswer } from '../useAnswer.ts';
import type { SectionProps } from './index.ts';

const OPTIONS = [
  { value: 'pearson', label: 'Pearson' },
  { value: 'spearman', label: 'Spearman' },
] as const;
const names = { pearson: 'Pearson’s r', spearman: 'Spearman’s ρ' } as const;

/** How the columns go together, by twos. */
export function Correlation({ explored, columns }: SectionProps) {
  const coefficient = useExplore((explore) => explore.coefficient);
  const ramp = divergingRamp(grounds[useTheme()]);
  const ask = useMemo<Ask & { kind: 'correlation' }>(() => ({ kind: 'correlation', columns }), [columns]);
  const { answer, error } = useAnswer(explored.recipe, ask);
  const { featureNames } = explored.summary;
  const draw = useCallback(
    (context: FigureContext) => {
      const of = (answer?.columns ?? []).map((column) => featureNames[column]!);
      const values = answer?.[coefficient] ?? new Float64Array(0);
      return heatMap({ rowNames: of, columnNames: of, values, limit: 1, valueName: names[coefficient] }, context);
    },
    [answer, coefficient, featureNames],
  );
  if (error) return <p className={classes.problem}>{error}</p>;
  if (!answer) return <p className="muted">Correlating …</p>;
  const open = (cell: unknown) => {
    const { row, column } = cell as HeatCell;
    if (row === column) return;
    useView.getState().setProjection([answer.columns[column]!, answer.columns[row]!]);
    useView.getState().setLab('cluster');
  };
  return (
    <Figure
      title="Correlation"
      subtitle={`${names[coefficient]} of every two columns${explored.isLinked ? '; a click on a cell opens the two as axes in Cluster' : ''}`}
      summary={correlationWords(answer, coefficient, featureNames)}
      legend={{ ramp: { title: names[coefficient], colors: ramp, ticks: ['−1', '0', '+1'] } }}
      empty={explored.summary.rows < 2 ? 'A single row: nothing goes up or down with anything.' : null}
      draw={draw}
      {...(explored.isLinked && { onPick: open })}
      controls={
        <Segmented<Coefficient>
          name="Coefficient"
          value={coefficient}
          options={OPTIONS}
          onChange={useExplore.getState().setCoefficient}
        />
      }
    />
  );
}
