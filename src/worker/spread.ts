import type { Sweep } from '../engine/spec/sweep.ts';
import type { DoneCell } from './api.ts';
import { AwaitedSilhouettes, type Part } from './awaited-silhouettes.ts';
import type { Pool } from './pool.ts';

/** A worker works so long before it hands in what it has: the page fills up while it waits, and work can be dealt anew. */
const TURN_MS = 60;

export interface SpreadOptions {
  readonly signal: AbortSignal;
  /** Is given the cells as they are done, in batches; those that await their silhouette once more when it is there. */
  readonly onCells: (cells: readonly DoneCell[]) => void;
  /** Cells of before that lack nothing but their silhouette. */
  readonly awaiting?: readonly DoneCell[];
}

/** Dealt to and fro, as what costs the more the later it comes is dealt evenly: of two, the first gets 0, 3, 4, 7, … */
const isFirstShare = (i: number, shares: number) => i % (2 * shares) === 0 || i % (2 * shares) === 2 * shares - 1;

/**
 * Runs some tasks of a sweep on `size` workers of a pool.
 * @param groups places in the sweep's `tasksOf`; those of one group share so much that one worker should have them all
 * @throws the signal's reason; WorkerLost. What was done before has been given to `onCells`.
 */
export async function spread(
  pool: Pool,
  size: number,
  sweep: Sweep,
  groups: readonly (readonly number[])[],
  { signal, onCells, awaiting = [] }: SpreadOptions,
): Promise<void> {
  const left = groups.filter((group) => group.length > 0).map((group) => [...group]);
  const awaited = new AwaitedSilhouettes();
  awaited.add(awaiting);
  const parts: Part[] = [];
  let busy = 0;
  const waiting: (() => void)[] = [];
  const wakeAll = () => {
    for (const wake of waiting.splice(0)) wake();
  };

  /** What the next worker gets: a whole group, or of the last one its share among the workers that are idle. */
  function deal(): number[] | undefined {
    const group = left.shift();
    const idle = size - busy;
    if (!group || left.length > 0 || idle < 2 || group.length < 2) return group;
    left.push(group.filter((_, i) => !isFirstShare(i, idle)));
    return group.filter((_, i) => isFirstShare(i, idle));
  }

  /** What a worker that is free should do; null: nothing for now. */
  function next(): (() => Promise<void>) | null {
    if (parts.length === 0 && awaited.isDue(busy === 0 && left.length === 0)) {
      parts.push(...awaited.takeBatch(size));
      wakeAll();
    }
    const part = parts.shift();
    if (part) return () => score(part);
    const dealt = deal();
    return dealt ? () => runTasks(dealt) : null;
  }

  async function runTasks(dealt: readonly number[]): Promise<void> {
    const done = await pool.run((host, runId) => host.call((api) => api.sweep(runId, sweep, dealt, TURN_MS)), signal);
    const rest = dealt.slice(done.length);
    if (rest.length > 0) left.unshift(rest);
    awaited.add(done);
    onCells(done);
  }

  async function score(part: Part): Promise<void> {
    const sums = await pool.run(
      (host, runId) => host.call((api) => api.silhouettes(runId, sweep.recipe, part.labelings, part.number, size)),
      signal,
    );
    const scored = part.end(sums);
    if (scored) onCells(scored);
  }

  async function turn(): Promise<void> {
    for (;;) {
      const work = next();
      if (!work) {
        if (busy === 0) return;
        await new Promise<void>((wake) => waiting.push(wake));
        continue;
      }
      busy++;
      try {
        await work();
      } catch (error) {
        left.length = 0;
        parts.length = 0;
        awaited.clear();
        throw error;
      } finally {
        busy--;
        wakeAll();
      }
    }
  }

  const turns = Array.from({ length: size }, turn);
  // All must have ended: what one of them still hands in belongs to the sweep too.
  const ends = await Promise.allSettled(turns);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
}
