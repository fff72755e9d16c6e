import { useMemo } from 'react';
import { createSilhouette } from '../../charts/silhouette/silhouette.ts';
import type { SilhouetteCallbacks, SilhouetteData } from '../../charts/silhouette/types.ts';
import { useView } from '../../state/view.ts';
import { useChart } from '../useChart.ts';
import { usePalette } from '../useTheme.ts';
import classes from './panels.module.css';
import { slotsOfLabels } from './slots.ts';
import { type Scored, useSteadyScores } from './useSteadyScores.ts';

const callbacks: SilhouetteCallbacks = {
  onSelect: (rows, mode) => useView.getState().select(rows, mode),
  onClearSelection: () => useView.getState().clearSelection(),
  onHover: (row) => useView.getState().hover(row),
};

function Plot({ scored }: { scored: Scored }) {
  const selection = useView((view) => view.selection);
  const hovered = useView((view) => view.hovered);
  const palette = usePalette();
  const { shown, scores, colors } = scored;
  const colorOf = useMemo(() => slotsOfLabels(shown.labels, colors), [shown, colors]);
  const data = useMemo<SilhouetteData>(
    () => ({
      values: scores.silhouettes,
      labels: shown.labels,
      colorOf,
      mean: scores.metrics.silhouette_score,
      selection,
      hovered,
      palette,
      emptyText:
        scores.silhouetteSampleSize === null ? undefined : 'Not drawn: with this many rows only a sample is scored',
    }),
    [scores, shown, colorOf, selection, hovered, palette],
  );
  const node = useChart(createSilhouette, data, callbacks);
  return <div ref={node} className={classes.silhouette} />;
}

/** How well each row sits in its cluster; a brush selects. */
export function SilhouettePanel() {
  const { scored } = useSteadyScores();
  return (
    <section className={classes.panel} aria-label="Silhouette">
      <h2 className="section-title">Silhouette</h2>
      {scored ? <Plot scored={scored} /> : <p className="muted">No clusters yet.</p>}
    </section>
  );
}
