import { lazy, type ReactNode, Suspense } from 'react';
import { useHasPicture } from '../useHasPicture.ts';
import { ClustersPanel } from './ClustersPanel.tsx';
import { MetricsPanel } from './MetricsPanel.tsx';
import classes from './panels.module.css';

const ScoredPanels = lazy(async () => ({ default: (await import('./ScoredPanels.tsx')).ScoredPanels }));

/** What came of the run: the method's own panel first, if it has one; scores, clusters, silhouettes, classes against clusters. */
export function Panels({ own }: { own?: ReactNode }) {
  const hasPicture = useHasPicture();
  return (
    <aside className={classes.panels} aria-label="Result">
      {own}
      <MetricsPanel />
      <ClustersPanel />
      {hasPicture && (
        <Suspense>
          <ScoredPanels />
        </Suspense>
      )}
    </aside>
  );
}
