import type { ReactNode } from 'react';
import { ClustersPanel } from './ClustersPanel.tsx';
import { ContingencyPanel } from './ContingencyPanel.tsx';
import { MetricsPanel } from './MetricsPanel.tsx';
import classes from './panels.module.css';
import { SilhouettePanel } from './SilhouettePanel.tsx';

/** What came of the run: the method's own panel first, if it has one; scores, clusters, silhouettes, classes against clusters. */
export function Panels({ own }: { own?: ReactNode }) {
  return (
    <aside className={classes.panels} aria-label="Result">
      {own}
      <MetricsPanel />
      <ClustersPanel />
      <SilhouettePanel />
      <ContingencyPanel />
    </aside>
  );
}
