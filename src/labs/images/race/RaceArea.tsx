import { useEffect, useMemo } from 'react';
import { RACE_STARTS, type RaceStart, usePicked } from '../../../state/images/store.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { useRun } from '../../../state/run.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { dataKey } from '../../../worker/data-key.ts';
import { ClassLegend } from '../CentroidsArea.tsx';
import images from '../images.module.css';
import { currentSpace } from '../picture.ts';
import { LaneView } from './LaneView.tsx';
import { RaceFoot } from './RaceFoot.tsx';
import { RacePanels } from './RacePanels.tsx';
import classes from './race.module.css';
import type { Lane } from './race-store.ts';

const LABELS: Record<RaceStart, string> = { same: 'same centres', own: 'own seeds' };

/** K-Means and Mini-Batch K-Means side by side, their curves below, their scores beside them. */
export function RaceArea({ lanes, start }: { lanes: readonly [Lane, Lane]; start: RaceStart }) {
  const data = useRun((run) => run.data);
  const seen = useMemo(() => (data ? currentSpace() : null), [data]);
  const key = dataKey(lanes[0].recipe);
  const asked = useRecipe(({ recipe }) => dataKey(recipe));
  // Other data has other images: the race was on what was there before.
  useEffect(() => {
    if (asked !== key) usePicked.getState().setRace(null);
  }, [asked, key]);
  if (!seen) return null;
  return (
    <>
      <section className={images.area} aria-label="Race">
        <div className={classes.start}>
          <span className="muted">Both start from</span>
          <Segmented
            name="Start"
            value={start}
            options={RACE_STARTS.map((value) => ({ value, label: LABELS[value] }))}
            onChange={(value) => usePicked.getState().setRace(value)}
          />
          <span className="muted">
            {start === 'same'
              ? 'those that K-Means draws: Mini-Batch gets them as its init'
              : 'each draws its own with the same random_state, as in a notebook'}
          </span>
        </div>
        <div className={classes.lanes}>
          <LaneView lane={lanes[0]} index={0} {...seen} />
          <LaneView lane={lanes[1]} index={1} {...seen} />
        </div>
        <ClassLegend />
      </section>
      <RaceFoot lanes={lanes} start={start} />
      <RacePanels lanes={lanes} {...seen} />
    </>
  );
}
