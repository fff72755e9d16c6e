import { Suspense } from 'react';
import { useRun } from '../../../state/run.ts';
import { panels } from './panels.ts';

/** The panel of the method whose result is shown, if it has one. */
export function OwnPanel() {
  const shown = useRun((run) => run.shown);
  const Panel = shown && panels[shown.recipe.algorithm];
  return Panel ? (
    <Suspense>
      <Panel shown={shown} />
    </Suspense>
  ) : null;
}
