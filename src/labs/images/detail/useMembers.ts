import { useEffect, useRef, useState } from 'react';
import type { Members } from '../../../engine/types.ts';
import { useRun } from '../../../state/run.ts';
import { rowsOf } from '../../../ui/panels/clusters.ts';

/** A cluster of one labelling: its rows are asked for by distance from its centre. */
export interface Group {
  /** The data that the rows are of. */
  readonly dataKey: string;
  readonly label: number;
  readonly labels: Int32Array;
  /** null: its own mean. */
  readonly center: Float64Array | null;
}

/** Members are asked for again at most so often while the picture moves. */
const REST_MS = 120;

/**
 * The members of a cluster, sorted in the worker. While those of another step are on their way the ones before stay; one
 * request at a time, and the newest wins.
 */
export function useMembers(group: Group | null): Members | null {
  const [found, setFound] = useState<(Pick<Group, 'label' | 'dataKey'> & { members: Members }) | null>(null);
  const label = useRef<number | null>(null);
  useEffect(() => {
    if (!group) return;
    let isOver = false;
    const rest = label.current === group.label ? REST_MS : 0;
    label.current = group.label;
    const timer = setTimeout(async () => {
      try {
        const rows = Int32Array.from(rowsOf(group.labels, group.label));
        const members = await useRun.getState().members(rows, group.center);
        if (!isOver) setFound({ label: group.label, dataKey: group.dataKey, members });
      } catch {
        // The worker was lost, and the page says so; the next step asks again.
      }
    }, rest);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [group]);
  // Those of another cluster are nobody's here, nor are those of other data.
  return found && found.label === group?.label && found.dataKey === group.dataKey ? found.members : null;
}
