import { useMemo, useState } from 'react';
import type { Ask } from '../../../engine/explore/types.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import classes from '../explore.module.css';
import { Biplot } from '../pca/Biplot.tsx';
import { Loadings } from '../pca/Loadings.tsx';
import { Scree } from '../pca/Scree.tsx';
import { useAnswer } from '../useAnswer.ts';
import type { SectionProps } from './index.ts';

/** Components that are looked for. */
const MOST = 20;

const WHICH = [
  { value: 'all', label: 'all columns' },
  { value: 'features', label: 'features in use' },
] as const;
type Which = (typeof WHICH)[number]['value'];

/** The directions in which the data spread the most: of all columns, or of those that are clustered, scaled as they are clustered. */
export function Pca({ explored }: SectionProps) {
  const [of, setOf] = useState<Which>('all');
  const { features, scaler = 'none' } = explored.recipe;
  const ask = useMemo<Ask & { kind: 'pca' }>(() => ({ kind: 'pca', of, most: MOST }), [of]);
  const { answer, error } = useAnswer(explored.recipe, ask);
  if (error) return <p className={classes.problem}>{error}</p>;
  if (!answer) return <p className="muted">Looking for the axes …</p>;
  const count = answer.columns.length;
  return (
    <>
      <div className={classes.controls}>
        {features && <Segmented<Which> name="Columns of the PCA" value={of} options={WHICH} onChange={setOf} />}
        <p className={classes.note}>
          {count === 1 ? 'One column' : `${count} columns`},{' '}
          {scaler === 'none' ? 'not scaled: the scaler is chosen beside the page' : `scaled: ${scaler}`}.
        </p>
      </div>
      <div className={classes.pairs}>
        <Scree answer={answer} />
        <Biplot explored={explored} answer={answer} />
      </div>
      <Loadings explored={explored} answer={answer} />
    </>
  );
}
