import type { ColorBy } from '../../state/view.ts';
import { useView } from '../../state/view.ts';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import classes from './explore.module.css';
import type { Explored } from './useExplore.ts';

/** By class or by cluster, where there are both. */
export function Coloring({ explored }: { explored: Explored }) {
  const { grouping, summary, classNoun } = explored;
  if (!summary.classes || grouping.by === 'none') return null;
  return (
    <div className={classes.coloring}>
      <span className="muted">Colour</span>
      <Segmented<ColorBy>
        name="Colour"
        value={grouping.by}
        options={[
          { value: 'class', label: classNoun },
          { value: 'cluster', label: 'cluster' },
        ]}
        onChange={(value) => useView.getState().setColorBy(value)}
      />
    </div>
  );
}
