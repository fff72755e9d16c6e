import { Loader } from '@mantine/core';
import { type ComponentType, lazy, memo, Suspense, useDeferredValue, useEffect } from 'react';
import { type Section, useCompare } from '../../state/compare/store.ts';
import { whenIdle } from '../../state/idle.ts';
import { many } from '../../state/many.ts';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { LabPage } from '../../ui/shell/LabPage.tsx';
import classes from './compare.module.css';
import { Grid } from './grid/Grid.tsx';
import { Multiples } from './multiples/Multiples.tsx';

const loadDifference = () => import('./difference/Difference.tsx');
const Difference = lazy(async () => ({ default: (await loadDifference()).Difference }));

const sections: Readonly<Record<Section, { label: string; view: ComponentType }>> = {
  multiples: { label: 'Side by side', view: memo(Multiples) },
  grid: { label: 'Grid', view: memo(Grid) },
  difference: { label: 'Difference', view: Difference },
};
const options = (Object.keys(sections) as Section[]).map((value) => ({ value, label: sections[value].label }));

/** Algorithms beside each other: on one dataset, on many, and two of them in detail. */
export function CompareLab() {
  const section = useCompare((compare) => compare.section);
  // The switch answers at once; what it leads to is rendered in slices.
  const View = sections[useDeferredValue(section)].view;
  useEffect(() => {
    many().warm();
    // What does not come now comes, or says why not, when it is asked for.
    return whenIdle(() => void loadDifference().catch(() => {}));
  }, []);
  return (
    <LabPage name="Compare">
      <div className={classes.lab}>
        <div className={classes.sections}>
          <Segmented name="Section" value={section} options={options} onChange={useCompare.getState().setSection} />
        </div>
        <Suspense fallback={<Loader size="sm" />}>
          <View />
        </Suspense>
      </div>
    </LabPage>
  );
}
