import { useCallback, useMemo } from 'react';
import { type ZStripData, zStripRows, zStrips } from '../../../charts/explore/z-strips.ts';
import type { FigureContext } from '../../../charts/figure/types.ts';
import type { Ask, OutlierRule, OutliersAnswer } from '../../../engine/explore/types.ts';
import { THRESHOLDS, useExplore } from '../../../state/explore/store.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { Figure } from '../../../ui/figure/Figure.tsx';
import classes from '../explore.module.css';
import { OutlierTable } from '../OutlierTable.tsx';
import { outlierWords, ruleWords } from '../outlier-words.ts';
import { Threshold } from '../Threshold.tsx';
import { useAnswer } from '../useAnswer.ts';
import type { Explored } from '../useExplore.ts';
import type { SectionProps } from './index.ts';

const RULES = [
  { value: 'zscore', label: 'z-score' },
  { value: 'iqr', label: 'IQR' },
] as const;

function stripData({ summary, noun, selection }: Explored, answer: OutliersAnswer): ZStripData {
  const { columns, low, high, mean, std } = answer;
  return {
    lines: columns.map((column, at) => ({
      name: summary.featureNames[column]!,
      low: (low[at]! - mean[at]!) / std[at]!,
      high: (high[at]! - mean[at]!) / std[at]!,
      mean: mean[at]!,
      std: std[at]!,
    })),
    place: answer.pointColumns,
    row: answer.pointRows,
    score: answer.pointScores,
    selection,
    words: noun,
  };
}

/** Rows that lie far from the others in some column. */
export function Outliers({ explored, columns }: SectionProps) {
  const { rule, threshold } = useExplore(({ outliers }) => outliers);
  const { setOutliers } = useExplore.getState();
  const ask = useMemo<Ask & { kind: 'outliers' }>(
    () => ({ kind: 'outliers', columns, rule, threshold }),
    [columns, rule, threshold],
  );
  const { answer, error } = useAnswer(explored.recipe, ask);
  const data = useMemo(() => answer && stripData(explored, answer), [explored, answer]);
  const draw = useCallback((context: FigureContext) => zStrips(data!, context), [data]);
  const rows = useMemo(() => (explored.isLinked && data ? zStripRows(data) : undefined), [explored.isLinked, data]);
  if (error) return <p className={classes.problem}>{error}</p>;
  if (!answer) return <p className="muted">Looking for outliers …</p>;
  return (
    <>
      <div className={classes.controls}>
        <Segmented<OutlierRule>
          name="Rule"
          value={rule}
          options={RULES}
          onChange={(next) => setOutliers({ rule: next, threshold: THRESHOLDS[next] })}
        />
        <Threshold rule={rule} value={threshold} onChange={(value) => setOutliers({ rule, threshold: value })} />
      </div>
      <Figure
        title="Outliers"
        subtitle={ruleWords(rule, threshold)}
        summary={outlierWords(explored, answer)}
        legend={{
          swatches: [
            { label: 'not an outlier within', color: 'var(--cs-line)', shape: 'square' },
            { label: 'outlier', color: 'var(--cs-accent)' },
          ],
        }}
        draw={draw}
        rows={rows}
      />
      <OutlierTable explored={explored} answer={answer} />
    </>
  );
}
