import { Panels } from '../../ui/panels/Panels.tsx';
import { Player } from '../../ui/player/Player.tsx';
import { OwnPanel } from './panels/OwnPanel.tsx';
import { StageArea } from './StageArea.tsx';

/** The stage, its player, and what came of the run. */
export function ClusterLab() {
  return (
    <>
      <StageArea />
      <Player />
      <Panels own={<OwnPanel />} />
    </>
  );
}
