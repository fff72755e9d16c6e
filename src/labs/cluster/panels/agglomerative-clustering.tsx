import { useMemo, useState } from 'react';
import { createDendrogram } from '../../../charts/dendrogram/dendrogram.ts';
import { isSkewed } from '../../../charts/dendrogram/scale.ts';
import type { DendrogramCallbacks, DendrogramData } from '../../../charts/dendrogram/types.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { useRun } from '../../../state/run.ts';
import { useTimeline } from '../../../state/timeline.ts';
import { useView } from '../../../state/view.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import shared from '../../../ui/panels/panels.module.css';
import { slotsOfLabels } from '../../../ui/panels/slots.ts';
import { useChart } from '../../../ui/useChart.ts';
import { useNoun } from '../../../ui/useNoun.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import type { Outcome } from '../../../worker/api.ts';
import { type MergeTree, mergesMade, mergeTreeOf } from './merge-tree.ts';
import classes from './panels.module.css';

/** A drag of the line sets the threshold, in place of a number of clusters. */
const callbacks: DendrogramCallbacks = {
  onCut: (height, done) =>
    useRecipe.getState().setParams({ distance_threshold: height, n_clusters: null }, done ? 'commit' : 'drag'),
  onSelect: (rows, mode) => useView.getState().select(rows, mode),
  onClearSelection: () => useView.getState().clearSelection(),
  onHover: (row) => useView.getState().hover(row),
};

type Scale = DendrogramData['scale'];

function Tree({ shown, tree, scale }: { shown: Outcome; tree: MergeTree; scale: Scale }) {
  const colors = useRun((run) => run.colors);
  const selection = useView((view) => view.selection);
  const hovered = useView((view) => view.hovered);
  const made = useTimeline(({ frames, index }) =>
    frames === shown.frames ? mergesMade(frames[index]?.extra.merges, index === frames.length - 1) : null,
  );
  const noun = useNoun();
  const palette = usePalette();
  const colorOf = useMemo(() => slotsOfLabels(shown.labels, colors), [shown, colors]);
  const { distance_threshold: threshold } = shown.recipe.params;
  const data = useMemo<DendrogramData>(
    () => ({
      ...tree,
      threshold: typeof threshold === 'number' ? threshold : null,
      colorOf,
      made,
      selection,
      hovered,
      palette,
      scale,
      cutName: 'Cut height',
      noun,
    }),
    [tree, threshold, colorOf, made, selection, hovered, palette, scale, noun],
  );
  const node = useChart(createDendrogram, data, callbacks);
  return <div ref={node} className={classes.dendrogram} />;
}

const SCALES = [
  { value: 'linear', label: 'linear' },
  { value: 'log', label: 'log' },
] as const;

/** The merges as a tree, and the line that cuts it: above it nothing is merged any more. */
export function MergeTreePanel({ shown }: { shown: Outcome }) {
  const tree = useMemo(() => mergeTreeOf(shown), [shown]);
  const [scale, setScale] = useState<Scale>('linear');
  if (!tree) return null;
  const skewed = isSkewed(tree.heights);
  return (
    <section className={shared.panel} aria-label="Dendrogram">
      <div className={shared.head}>
        <h2 className="section-title">Dendrogram</h2>
        {skewed && <Segmented<Scale> name="Height scale" value={scale} options={SCALES} onChange={setScale} />}
      </div>
      <Tree shown={shown} tree={tree} scale={skewed ? scale : 'linear'} />
      <p className={shared.note}>Drag the line to cut elsewhere; a click in the tree selects what was merged there.</p>
    </section>
  );
}
