import { useEffect, useMemo, useRef, useState } from 'react';
import { themeColors } from '../../../charts/chart.ts';
import { createStage } from '../../../charts/stage/stage.ts';
import type { StageData } from '../../../charts/stage/types.ts';
import { type Colored, clusterCount, matchColors } from '../../../state/colors.ts';
import { useRun } from '../../../state/run.ts';
import { useView } from '../../../state/view.ts';
import { useChart } from '../../../ui/useChart.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import type { Labels } from '../../../worker/api.ts';
import type { Plane } from './plane.ts';
import { shadeOf, shades } from './shades.ts';
import classes from './walk.module.css';

const NONE = new Int32Array(0);

/** Labels with the slot of each cluster, handed on from the labels that were shown before. */
function useColored(labels: Labels): Colored & { slots: Int32Array } {
  const before = useRef<Colored | null>(null);
  const colored = useMemo(() => {
    const { shown, colors: own } = useRun.getState();
    const known = before.current ?? (shown && { labels: shown.labels, colors: own });
    const now = Int32Array.from(labels);
    const colors = matchColors(now, clusterCount(now, 0), known);
    return { labels: now, colors, slots: now.map((label) => (label < 0 ? -1 : colors[label]!)) };
  }, [labels]);
  useEffect(() => {
    before.current = colored;
  }, [colored]);
  return colored;
}

interface Props {
  plane: Plane;
  labels: Labels;
  /** How sure each row's cluster is, or null. */
  sure: Float64Array | null;
  summary: string;
}

/** The rows with the labels of one cell, at once; colours follow the clusters from cell to cell. */
export function WalkStage({ plane, labels, sure, summary }: Props) {
  const palette = usePalette();
  const selection = useView((view) => view.selection);
  const hovered = useView((view) => view.hovered);
  const { labels: now, slots } = useColored(labels);
  const [ground, setGround] = useState('#ffffff');
  useEffect(() => {
    // By then the page has the colours of the theme that the palette is of.
    if (palette.length > 0) setGround(themeColors(document.documentElement).stage);
  }, [palette]);
  const look = useMemo(
    () =>
      sure
        ? { palette: shades(palette, ground), colorOf: shadeOf(slots, sure, palette.length) }
        : { palette, colorOf: slots },
    [palette, ground, slots, sure],
  );
  const data = useMemo<StageData>(
    () => ({
      x: plane.x,
      y: plane.y,
      labels: now,
      ...look,
      shapeOf: null,
      changed: NONE,
      centers: [],
      movable: false,
      overlay: null,
      regions: [],
      selection,
      hovered,
      spokes: null,
      axes: { key: plane.key, x: { title: plane.titles[0] }, y: { title: plane.titles[1] }, equal: plane.isPlane },
      tool: 'pan',
      animate: true,
      summary,
    }),
    [plane, now, look, selection, hovered, summary],
  );
  const node = useChart(createStage, data, {
    onHover: (row: number | null) => useView.getState().hover(row),
    onSelect: useView.getState().select,
    onClearSelection: useView.getState().clearSelection,
  });
  return <div ref={node} className={classes.stage} />;
}
