import { useEffect, useState } from 'react';
import type { Members } from '../../../engine/types.ts';
import { useRun } from '../../../state/run.ts';
import { rowsOf } from '../../../ui/panels/clusters.ts';

/** A cluster of one labelling: its rows are asked for by distance from its centre. */
export interface Group {
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
  const [members, setMembers] = useState<Members | null>(null);
  useEffect(() => {
    if (!group) return setMembers(null);
    let isOver = false;
    const timer = setTimeout(async () => {
      try {
        const rows = Int32Array.from(rowsOf(group.labels, group.label));
        const found = await useRun.getState().members(rows, group.center);
        if (!isOver) setMembers(found);
      } catch {
        // The worker was lost, and the page says so; the next step asks again.
      }
    }, REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [group]);
  return members;
}
