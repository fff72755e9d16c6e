import { useMemo } from 'react';
import { createSmallScatter } from '../../../charts/small-scatter/small-scatter.ts';
import type { SmallScatterCallbacks, SmallScatterData } from '../../../charts/small-scatter/types.ts';
import { UNASSIGNED } from '../../../engine/types.ts';
import { frameColors } from '../../../state/frame-colors.ts';
import { useView } from '../../../state/view.ts';
import { slotsOfLabels } from '../../../ui/panels/slots.ts';
import { useChart } from '../../../ui/useChart.ts';
import { useNoun } from '../../../ui/useNoun.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import type { Plane } from '../picture.ts';
import { resultSummary } from '../words.ts';
import type { Entry } from './comparison.ts';
import classes from './multiples.module.css';
import { frameAt, usePlayback } from './playback.ts';

const noColors = new Int32Array(0);

const callbacks: SmallScatterCallbacks = {
  onHover: (row, x, y) => {
    useView.getState().hover(row);
    usePlayback.getState().setPointer(row === null ? null : { x, y });
  },
  onView: (view) => usePlayback.getState().setView(view),
};

/** The step that is shown now, the one that the player has come to, in proportion; -1 for the result. */
function useShownIndex({ done }: Pick<Entry, 'done'>): number {
  const count = done?.outcome.frames.length ?? 0;
  return usePlayback(({ step, steps }) => (step >= steps ? -1 : frameAt(step, steps, count)));
}

/** The labels that are shown now. */
export function useShownLabels(entry: Pick<Entry, 'done'>): Int32Array | null {
  const index = useShownIndex(entry);
  if (!entry.done) return null;
  const { frames, labels } = entry.done.outcome;
  return frames[index]?.labels ?? labels;
}

function useShownColors(entry: Entry): Int32Array {
  const index = useShownIndex(entry);
  const colors = entry.colors ?? noColors;
  if (!entry.done || index < 0) return colors;
  const { recipe, frames } = entry.done.outcome;
  return frameColors(recipe.algorithm, frames, index, colors);
}

/** The points of one result, in the part of the plane that all show. */
export function CardPicture({ entry, plane }: { entry: Entry; plane: Plane }) {
  const { name, done } = entry;
  const palette = usePalette();
  const noun = useNoun();
  const selection = useView((view) => view.selection);
  const hovered = useView((view) => view.hovered);
  const view = usePlayback((playback) => playback.view);
  const rows = plane.x.length;
  const shown = useShownLabels(entry);
  const fits = shown?.length === rows ? shown : null;
  const labels = useMemo(() => fits ?? new Int32Array(rows).fill(UNASSIGNED), [fits, rows]);
  const colors = useShownColors(entry);
  const colorOf = useMemo(() => slotsOfLabels(labels, colors), [labels, colors]);
  const summary = done && fits ? resultSummary(name, done.outcome, noun, plane.axes) : `${name}: no result yet`;
  const data = useMemo<SmallScatterData>(
    () => ({ x: plane.x, y: plane.y, labels, colorOf, selection, hovered, palette, view, summary }),
    [plane, labels, colorOf, selection, hovered, palette, view, summary],
  );
  const node = useChart(createSmallScatter, data, callbacks);
  return <div ref={node} className={classes.scatter} />;
}
