import { slotColor } from '../../charts/color.ts';
import { usePicked } from '../../state/images/store.ts';
import { useRun } from '../../state/run.ts';
import { ContingencyPanel } from '../../ui/panels/ContingencyPanel.tsx';
import { MetricsPanel } from '../../ui/panels/MetricsPanel.tsx';
import panels from '../../ui/panels/panels.module.css';
import { usePalette } from '../../ui/useTheme.ts';
import { DetailPanel } from './detail/DetailPanel.tsx';
import { useAreImages, useClusterImages } from './useClusterImages.ts';

/** The cluster that was picked; the scores of all; classes against clusters. */
export function ResultPanels() {
  const images = useClusterImages();
  const areImages = useAreImages();
  const focus = usePicked((picked) => picked.cluster);
  const colors = useRun((run) => run.colors);
  const palette = usePalette();
  const isThere = images && focus !== null && focus < images.centers.rows;
  return (
    <aside className={panels.panels} aria-label="Result">
      {isThere ? (
        <DetailPanel
          images={images}
          label={focus}
          color={slotColor(palette, colors[focus] ?? focus, 'var(--cs-noise)')}
        />
      ) : (
        <section className={panels.panel} aria-label="Cluster">
          <h2 className="section-title">Cluster</h2>
          <p className="muted">Click an image to see what its cluster is made of and who belongs to it.</p>
        </section>
      )}
      {areImages && (
        <>
          <MetricsPanel />
          <ContingencyPanel />
        </>
      )}
    </aside>
  );
}
