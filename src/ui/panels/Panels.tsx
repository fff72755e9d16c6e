import { ClustersPanel } from './ClustersPanel.tsx';
import { ContingencyPanel } from './ContingencyPanel.tsx';
import { MetricsPanel } from './MetricsPanel.tsx';
import classes from './panels.module.css';
import { SilhouettePanel } from './SilhouettePanel.tsx';

/** What came of the run: scores, clusters, silhouettes, the classes against the clusters. */
export function Panels() {
  return (
    <aside className={classes.panels} aria-label="Result">
      <MetricsPanel />
      <ClustersPanel />
      <SilhouettePanel />
      <ContingencyPanel />
    </aside>
  );
}
