import { useMemo } from 'react';
import { createContingency } from '../../charts/contingency/contingency.ts';
import type { ContingencyCallbacks, ContingencyData } from '../../charts/contingency/types.ts';
import { grouped } from '../../engine/spec/words.ts';
import { useRun } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import type { Loaded } from '../../worker/api.ts';
import { useChart } from '../useChart.ts';
import { useClassNoun } from '../useNoun.ts';
import { usePalette } from '../useTheme.ts';
import { clustersOf } from './clusters.ts';
import classes from './panels.module.css';
import { type Scored, useSteadyScores } from './useSteadyScores.ts';

const callbacks: ContingencyCallbacks = {
  onSelect: (rows, mode) => useView.getState().select(rows, mode),
  onClearSelection: () => useView.getState().clearSelection(),
};

/** A table of more columns nobody reads. */
const MOST = 60;

function Plot({ data, scored, caption }: { data: Loaded; scored: Scored; caption: string }) {
  const selection = useView((view) => view.selection);
  const palette = usePalette();
  const { shown, colors } = scored;
  const clusters = useMemo(
    () =>
      clustersOf(shown.labels, null).map(({ label }) => ({ label, slot: label < 0 ? -1 : (colors[label] ?? label) })),
    [shown, colors],
  );
  const chartData = useMemo<ContingencyData>(
    () => ({
      classes: data.table.y!,
      classNames: data.table.classNames,
      labels: shown.labels,
      clusters,
      selection,
      palette,
      caption,
    }),
    [data, shown, clusters, selection, palette, caption],
  );
  const node = useChart(createContingency, chartData, callbacks);
  return <div ref={node} className={classes.contingency} />;
}

/** The true classes against the clusters; a click selects a cell's rows. */
export function ContingencyPanel() {
  const { scored } = useSteadyScores();
  const data = useRun((run) => run.data);
  const classNoun = useClassNoun();
  const title = `${classNoun[0]!.toUpperCase()}${classNoun.slice(1)} × cluster`;
  const crowd = scored && scored.shown.nClusters > MOST ? scored.shown.nClusters : 0;
  const fits = data?.table.y && scored && data.table.y.length === scored.shown.labels.length;
  return (
    <section className={classes.panel} aria-label={title}>
      <h2 className="section-title">{title}</h2>
      {fits && crowd > 0 ? (
        <p className="muted">Not drawn: {grouped(crowd)} clusters are too many columns.</p>
      ) : fits ? (
        <Plot data={data} scored={scored} caption={title} />
      ) : (
        <p className="muted">{data && !data.table.y ? 'No classes are known for this data.' : 'No clusters yet.'}</p>
      )}
    </section>
  );
}
