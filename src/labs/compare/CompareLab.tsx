import type { ComponentType } from 'react';
import { type Section, useCompare } from '../../state/compare/store.ts';
import { LabPage } from '../../ui/shell/LabPage.tsx';
import classes from './compare.module.css';
import { Multiples } from './multiples/Multiples.tsx';

const sections: Readonly<Record<Section, { label: string; view: ComponentType }>> = {
  multiples: { label: 'Side by side', view: Multiples },
  grid: { label: 'Grid', view: Multiples },
  difference: { label: 'Difference', view: Multiples },
};

/** Algorithms beside each other: on one dataset, on many, and two of them in detail. */
export function CompareLab() {
  const section = useCompare((compare) => compare.section);
  const View = sections[section].view;
  return (
    <LabPage name="Compare">
      <div className={classes.lab}>
        <View />
      </div>
    </LabPage>
  );
}
