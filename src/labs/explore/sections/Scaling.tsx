import { useCallback } from 'react';
import { columnBoxes } from '../../../charts/explore/column-boxes.ts';
import { shareBars } from '../../../charts/explore/share-bars.ts';
import type { FigureContext } from '../../../charts/figure/types.ts';
import type { Scaler } from '../../../engine/spec/dataset.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import classes from '../explore.module.css';
import { boxesOf, offeredScalers, scalerWords, shareEnd, sharesOf, shareWords } from '../scaling.ts';
import type { Explored } from '../useExplore.ts';
import type { SectionProps } from './index.ts';

interface Props {
  explored: Explored;
  columns: readonly number[];
  scaler: Scaler;
}

function Spread({ explored, columns, scaler }: Props) {
  const { summary } = explored;
  const draw = useCallback(
    (context: FigureContext) =>
      columnBoxes({ boxes: boxesOf(summary, columns, scaler), label: scalerWords[scaler].axis }, context),
    [summary, columns, scaler],
  );
  return (
    <Figure
      title={scalerWords[scaler].title}
      subtitle={scalerWords[scaler].what}
      summary={boxesOf(summary, columns, scaler).map(
        ({ name, min, max }) => `${name}: from ${min.toPrecision(4)} to ${max.toPrecision(4)}.`,
      )}
      draw={draw}
      reserve={columns.length * 26 + 56}
    />
  );
}

function Share({ explored, columns, scaler }: Props) {
  const { summary } = explored;
  const draw = useCallback(
    (context: FigureContext) =>
      shareBars(
        {
          names: columns.map((column) => summary.featureNames[column]!),
          shares: sharesOf(summary, columns, scaler),
          label: 'share of the squared distance (%)',
          end: shareEnd(summary, columns),
        },
        context,
      ),
    [summary, columns, scaler],
  );
  const words = shareWords(summary, columns, scaler);
  return (
    <Figure
      title={`What distances are made of: ${scalerWords[scaler].short}`}
      subtitle={words[0]}
      summary={words}
      draw={draw}
      reserve={columns.length * 26 + 56}
    />
  );
}

/** What a scaler does to the columns, and to the distances that clustering goes by. */
export function Scaling({ explored, columns }: SectionProps) {
  const current = explored.recipe.scaler ?? 'none';
  const { setScaler } = useRecipe.getState();
  return (
    <>
      <p className={classes.note}>
        Clustering compares rows by distance. A column with large numbers then counts for more than all others together,
        unless the columns are scaled first. Now: {scalerWords[current].short}.
      </p>
      {offeredScalers(explored.summary).map((scaler) => (
        <section key={scaler} className={classes.section} aria-label={scalerWords[scaler].title}>
          <div className={classes.pairs}>
            <Spread explored={explored} columns={columns} scaler={scaler} />
            <Share explored={explored} columns={columns} scaler={scaler} />
          </div>
          {scaler !== current && (
            <p>
              <button type="button" className={classes.link} onClick={() => setScaler(scaler)}>
                Cluster with {scalerWords[scaler].short}
              </button>
            </p>
          )}
        </section>
      ))}
    </>
  );
}
