import { useEffect, useReducer, useRef } from 'react';
import type { Sweep } from '../../../engine/spec/sweep.ts';
import type { Cell } from '../../../worker/api.ts';
import type { SweepView } from '../sweep-view.ts';
import { paramTexts } from './rows.ts';

/** So many rows change in a frame at most, so that no frame is long. */
const CHUNK = 30;

/** A row of the table. */
export interface Line {
  readonly sweep: Sweep;
  /** The value of each swept parameter. */
  readonly params: readonly string[];
  readonly cell: Cell | undefined;
}

type Wanted = Pick<SweepView, 'sweep' | 'grid' | 'cells'>;

/** The first of the rows at…to-1 that is not shown as it is wanted; `to` where all are. @param from the row of the first line */
function firstStale(lines: readonly Line[], { sweep, cells }: Wanted, from: number, at: number, to: number): number {
  for (let row = at; row < to; row++) {
    const line = lines[row - from];
    if (line?.sweep !== sweep || line.cell !== cells[row]) return row;
  }
  return to;
}

/** The rows from…to-1 with the next few of those changed that are not shown as they are wanted. */
export function followed(lines: readonly Line[], wanted: Wanted, from: number, to: number): Line[] {
  const next = lines.slice(0, to - from);
  let at = firstStale(next, wanted, from, from, to);
  for (let room = CHUNK; room > 0 && at < to; room--) {
    next[at - from] = { sweep: wanted.sweep, params: paramTexts(wanted, at), cell: wanted.cells[at] };
    at = firstStale(next, wanted, from, at, to);
  }
  return next;
}

/**
 * The rows from…to-1 as the table shows them: they follow what is wanted, from the next frame on, some a frame. Those of another
 * sweep stay until their turn comes, but for those of another page or under other heads.
 * @param heads what stands above them
 * @returns `isBusy`: whether more will come
 */
export function useLines(wanted: Wanted, heads: string, from: number, to: number) {
  const shown = useRef({ heads, from, lines: [] as readonly Line[] });
  const [, draw] = useReducer((turn: number) => turn + 1, 0);
  if (shown.current.heads !== heads || shown.current.from !== from) shown.current = { heads, from, lines: [] };
  const { lines } = shown.current;
  const isBusy = lines.length > to - from || firstStale(lines, wanted, from, from, to) < to;
  useEffect(() => {
    if (!isBusy) return;
    const request = requestAnimationFrame(() => {
      shown.current = { heads, from, lines: followed(lines, wanted, from, to) };
      draw();
    });
    return () => cancelAnimationFrame(request);
  });
  return { lines, isBusy };
}
