import { Loader } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { type Section, useCompare } from '../../state/compare/store.ts';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { LabPage } from '../../ui/shell/LabPage.tsx';
import classes from './compare.module.css';
import { Multiples } from './multiples/Multiples.tsx';

const Grid = lazy(async () => ({ default: (await import('./grid/Grid.tsx')).Grid }));
const Difference = lazy(async () => ({ default: (await import('./difference/Difference.tsx')).Difference }));

const sections: Readonly<Record<Section, { label: string; view: ComponentType }>> = {
  multiples: { label: 'Side by side', view: Multiples },
  grid: { label: 'Grid', view: Grid },
  difference: { label: 'Difference', view: Difference },
};
const options = (Object.keys(sections) as Section[]).map((value) => ({ value, label: sections[value].label }));

/** Algorithms beside each other: on one dataset, on many, and two of them in detail. */
export function CompareLab() {
  const section = useCompare((compare) => compare.section);
  const View = sections[section].view;
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
