import { useCallback, useMemo, useState } from 'react';
import { type BoxStripData, boxStrip, stripRows } from '../../../charts/explore/box-strip.ts';
import { type HistogramData, histogram } from '../../../charts/explore/histogram.ts';
import type { FigureContext } from '../../../charts/figure/types.ts';
import type { Ask, Distribution, DistributionsAnswer } from '../../../engine/explore/types.ts';
import { counted, grouped } from '../../../engine/spec/words.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { boxData, histogramData, legendOf } from '../distribution-data.ts';
import { distributionWords, emptyWords, groupWords } from '../distribution-words.ts';
import classes from '../explore.module.css';
import { Pager } from '../Pager.tsx';
import { useAnswer } from '../useAnswer.ts';
import type { Explored } from '../useExplore.ts';
import type { SectionProps } from './index.ts';

/** Columns on one page: two charts each. */
const PAGE = 6;

interface Props {
  explored: Explored;
  answer: DistributionsAnswer;
  distribution: Distribution;
}

function Histogram({ explored, answer, distribution }: Props) {
  const data = useMemo<HistogramData>(
    () => histogramData(explored, answer, distribution),
    [explored, answer, distribution],
  );
  const draw = useCallback((context: FigureContext) => histogram(data, context), [data]);
  return (
    <Figure
      title={`Distribution of ${data.label}`}
      subtitle={groupWords(explored, answer, distribution)}
      summary={distributionWords(explored, distribution)}
      legend={legendOf(explored, data.groups, distribution.density !== null)}
      empty={emptyWords(distribution)}
      draw={draw}
      reserve={220}
    />
  );
}

function Boxes({ explored, answer, distribution }: Props) {
  const data = useMemo<BoxStripData>(() => boxData(explored, answer, distribution), [explored, answer, distribution]);
  const draw = useCallback((context: FigureContext) => boxStrip(data, context), [data]);
  const rows = useMemo(() => (explored.isLinked ? stripRows(data) : undefined), [explored.isLinked, data]);
  const drawn = distribution.sampleRows.length;
  return (
    <Figure
      title={`Boxes of ${data.label}`}
      subtitle={`median, quartiles, whiskers to the last value within 1.5 interquartile ranges${
        drawn < explored.summary.rows
          ? `; ${grouped(drawn)} of ${counted(explored.summary.rows, explored.noun)} in the strips`
          : ''
      }`}
      summary={distributionWords(explored, distribution)}
      empty={emptyWords(distribution)}
      draw={draw}
      rows={rows}
      reserve={220}
    />
  );
}

/** How the values of each column spread, by class or cluster and overall. */
export function Distributions({ explored, columns }: SectionProps) {
  const [page, setPage] = useState(0);
  const pages = Math.ceil(columns.length / PAGE);
  const shown = Math.min(page, pages - 1);
  const { ask: groups } = explored.grouping;
  const ask = useMemo<Ask & { kind: 'distributions' }>(
    () => ({ kind: 'distributions', columns: columns.slice(shown * PAGE, (shown + 1) * PAGE), groups }),
    [columns, shown, groups],
  );
  const { answer, error } = useAnswer(explored.recipe, ask);
  if (error) return <p className={classes.problem}>{error}</p>;
  if (!answer) return <p className="muted">Counting …</p>;
  return (
    <>
      {answer.columns.map((distribution) => (
        <div key={distribution.column} className={classes.pairs}>
          <Histogram explored={explored} answer={answer} distribution={distribution} />
          <Boxes explored={explored} answer={answer} distribution={distribution} />
        </div>
      ))}
      <Pager page={shown} pages={pages} of="columns" onPage={setPage} />
    </>
  );
}
