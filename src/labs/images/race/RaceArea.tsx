import { useEffect, useMemo } from 'react';
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
import { closeRace, type Lane, STARTS, startRace, useRace } from './race-store.ts';

/** K-Means and Mini-Batch K-Means side by side, their curves below, their scores beside them. */
export function RaceArea({ lanes }: { lanes: readonly [Lane, Lane] }) {
  const data = useRun((run) => run.data);
  const seen = useMemo(() => (data ? currentSpace() : null), [data]);
  const start = useRace((race) => race.start);
  const key = dataKey(lanes[0].recipe);
  const asked = useRecipe(({ recipe }) => dataKey(recipe));
  // Other data has other images: the race was on what was there before.
  useEffect(() => {
    if (asked !== key) closeRace();
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
            options={STARTS.map((value) => ({ value, label: value }))}
            onChange={(value) => {
              useRace.getState().setStart(value);
              startRace();
            }}
          />
          <span className="muted">
            {start === STARTS[0]
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
      <RaceFoot lanes={lanes} />
      <RacePanels lanes={lanes} {...seen} />
    </>
  );
}
