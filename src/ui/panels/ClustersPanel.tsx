import { type MouseEvent, useMemo, useState } from 'react';
import { selectMode } from '../../charts/chart.ts';
import { slotColor } from '../../charts/color.ts';
import { counted, grouped } from '../../engine/spec/words.ts';
import { useRun } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { useNoun } from '../useNoun.ts';
import { usePalette } from '../useTheme.ts';
import { type Cluster, clustersOf, rowsOf } from './clusters.ts';
import classes from './panels.module.css';
import { useSteadyScores } from './useSteadyScores.ts';

function ClusterRow({ cluster, color, selected }: { cluster: Cluster; color: string; selected: boolean }) {
  const noun = useNoun();
  const { label, size, silhouette } = cluster;
  const name = label < 0 ? 'noise' : String(label);
  const onClick = (event: MouseEvent) => {
    const { selection, select, clearSelection } = useView.getState();
    const rows = rowsOf(useRun.getState().shown!.labels, label);
    const mode = selectMode(event);
    const same = selection?.size === rows.length && rows.every((row) => selection.has(row));
    if (mode === 'replace' && same) clearSelection();
    else select(rows, mode);
  };
  return (
    <button type="button" className={classes.cluster} aria-pressed={selected} onClick={onClick}>
      <span className={classes.dot} style={{ background: color }} />
      <span>
        {label >= 0 && <span className="visually-hidden">cluster </span>}
        {name}
        <span className="visually-hidden">, </span>
      </span>
      <span className="mono muted">{counted(size, noun)}</span>
      {silhouette !== null && <span className="visually-hidden">, mean silhouette </span>}
      <span className="mono" title={silhouette === null ? undefined : String(silhouette)}>
        {silhouette?.toFixed(2)}
      </span>
    </button>
  );
}

/** More than these are shown when asked for: a threshold at its lowest makes a cluster of every row. */
const FEW = 40;

/** Each cluster with its size and mean silhouette; a click selects its rows (Shift adds, Alt removes). */
export function ClustersPanel() {
  const { scored } = useSteadyScores();
  const shown = useRun((run) => run.shown);
  const colors = useRun((run) => run.colors);
  const selection = useView((view) => view.selection);
  const palette = usePalette();
  const [all, setAll] = useState(false);
  const silhouettes = scored && scored.shown === shown ? scored.scores.silhouettes : null;
  const clusters = useMemo(() => (shown ? clustersOf(shown.labels, silhouettes) : []), [shown, silhouettes]);
  const whole = useMemo(() => {
    if (!shown || !selection) return new Set<number>();
    const counts = new Map<number, number>();
    for (const row of selection) counts.set(shown.labels[row]!, (counts.get(shown.labels[row]!) ?? 0) + 1);
    return new Set(clusters.filter(({ label, size }) => counts.get(label) === size).map(({ label }) => label));
  }, [shown, selection, clusters]);
  return (
    <section className={classes.panel} aria-label="Clusters">
      <div className={classes.head}>
        <h2 className="section-title">Clusters</h2>
        {silhouettes && <span className={classes.aside}>mean silhouette</span>}
      </div>
      <div className={classes.clusters}>
        {(all ? clusters : clusters.slice(0, FEW)).map((cluster) => (
          <ClusterRow
            key={cluster.label}
            cluster={cluster}
            color={slotColor(
              palette,
              cluster.label < 0 ? -1 : (colors[cluster.label] ?? cluster.label),
              'var(--cs-noise)',
            )}
            selected={whole.has(cluster.label)}
          />
        ))}
      </div>
      {clusters.length > FEW && (
        <button type="button" className={classes.more} aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'show fewer' : `and ${grouped(clusters.length - FEW)} more`}
        </button>
      )}
      {clusters.length === 0 && <p className="muted">No clusters yet.</p>}
    </section>
  );
}
