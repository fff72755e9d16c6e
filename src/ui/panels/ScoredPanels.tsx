import { ContingencyPanel } from './ContingencyPanel.tsx';
import { SilhouettePanel } from './SilhouettePanel.tsx';

/** The panels that are charts: loaded once there is something for them to show. */
export function ScoredPanels() {
  return (
    <>
      <SilhouettePanel />
      <ContingencyPanel />
    </>
  );
}
