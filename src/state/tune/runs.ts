import { create } from 'zustand';
import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { checkSweep, runKey, type Sweep, type Task, tasksOf } from '../../engine/spec/sweep.ts';
import { RecipeError } from '../../engine/types.ts';
import type { Agreement, Cell, DoneCell } from '../../worker/api.ts';
import { dataKey } from '../../worker/data-key.ts';
import { Cancelled } from '../../worker/errors.ts';
import { many as sharedMany } from '../many.ts';
import type { Problem } from '../problems.ts';
import { CellCache } from './cache.ts';
import { SWEEP_BUDGET, secondsOf } from './estimate.ts';

/** 'held': it would take so long that somebody has to say so first. */
export type SweepStatus = 'idle' | 'held' | 'running' | 'done' | 'cancelled' | 'failed';

export interface SweepRunState {
  readonly status: SweepStatus;
  /** The sweep that the cells are of; null before the first good one. */
  readonly sweep: Sweep | null;
  readonly tasks: readonly Task[];
  /** One a task; undefined while it is not known. */
  readonly cells: readonly (Cell | undefined)[];
  /** Tasks that are known, of all. */
  readonly done: number;
  /** What is left to wait, s; null while nobody can tell. */
  readonly left: number | null;
  /** What a held sweep would take, s. */
  readonly estimate: number;
  /** Why the sweep that is asked for cannot run. */
  readonly problem: Problem | null;
  /** How far the repeats of a cell agree, by cell. */
  readonly agreements: ReadonlyMap<number, Agreement>;
  /** Runs what is not known of a sweep. The same one again goes on where it was. @param anyway also where it takes long */
  start(sweep: Sweep, anyway?: boolean): void;
  /** Ends what goes on; what is done stays. */
  cancel(): void;
}

type Many = Pick<ReturnType<typeof sharedMany>, 'sweep' | 'agree'>;

export const createSweepRunStore = (many: () => Many = sharedMany, cores = navigator.hardwareConcurrency || 2) =>
  create<SweepRunState>()((set, get) => {
    const cache = new CellCache();
    const agreed = new Map<string, Agreement>();
    let controller = new AbortController();
    let keys: readonly string[] = [];

    const put = (done: readonly DoneCell[]) => {
      const cells = get().cells.slice();
      for (const { at, cell } of done) {
        cache.set(keys[at]!, cell);
        cells[at] = cell;
      }
      return cells;
    };

    async function run(sweep: Sweep, missing: readonly number[], own: AbortController): Promise<void> {
      const { signal } = own;
      const { tasks } = get();
      const started = performance.now();
      let count = 0;
      try {
        await many().sweep(sweep, groupsOf(sweep, tasks, missing), {
          signal,
          onCells: (done) => {
            if (signal.aborted) return;
            if (count === 0) mark('first');
            count += done.length;
            const seconds = (performance.now() - started) / 1000;
            const left = (seconds / count) * (missing.length - count);
            set({ cells: put(done), done: get().done + done.length, left: seconds > 0.5 ? left : null });
          },
        });
        mark('end');
        await agree(sweep, signal);
        set({ status: 'done', left: null });
      } catch (error) {
        if (signal.aborted) return;
        set({ status: 'failed', left: null, problem: problemOf(error) });
      }
    }

    /** Compares the repeats of each cell. */
    async function agree({ repeats }: Sweep, signal: AbortSignal): Promise<void> {
      if (repeats.seeds + repeats.bootstraps < 2) return;
      const { tasks, cells } = get();
      for (const [at, { cell, isPlain }] of tasks.entries()) {
        const labels = cells[at]?.labels;
        if (!isPlain || !labels) continue;
        const key = `${keys[at]} ${repeats.seeds} ${repeats.bootstraps}`;
        const others = tasks.flatMap((task, i) => {
          const own = task.cell === cell && !task.isPlain && cells[i]?.labels;
          return own ? [own] : [];
        });
        if (others.length < 2) continue;
        const agreement = agreed.get(key) ?? (await many().agree(others, labels, { signal }));
        signal.throwIfAborted();
        agreed.set(key, agreement);
        set({ agreements: new Map(get().agreements).set(cell, agreement) });
      }
    }

    return {
      status: 'idle',
      sweep: null,
      tasks: [],
      cells: [],
      done: 0,
      left: null,
      estimate: 0,
      problem: null,
      agreements: new Map(),
      start(sweep, anyway = false) {
        controller.abort(new Cancelled());
        controller = new AbortController();
        mark('start');
        try {
          checkSweep(sweep);
        } catch (error) {
          return set({ status: 'failed', left: null, problem: problemOf(error) });
        }
        const tasks = tasksOf(sweep);
        const data = dataKey(sweep.recipe);
        keys = tasks.map(({ params, sample }) => `${data} ${runKey(sweep.recipe.algorithm, params, sample)}`);
        const cells = keys.map((key) => cache.get(key));
        const missing = [...cells.keys()].filter((at) => !cells[at]);
        const shown = { sweep, tasks, cells, done: cells.length - missing.length, left: null, problem: null };
        const estimate =
          secondsOf(
            sweep,
            missing.map((at) => tasks[at]!),
          ) / cores;
        if (estimate > SWEEP_BUDGET && !anyway) {
          return set({ ...shown, status: 'held', estimate, agreements: new Map() });
        }
        set({ ...shown, status: 'running', estimate, agreements: new Map() });
        void run(sweep, missing, controller);
      },
      cancel() {
        if (get().status !== 'running') return;
        controller.abort(new Cancelled());
        set({ status: 'cancelled', left: null });
      },
    };
  });

/** Marks for the bench: when a sweep was asked for, when its first cells came, when all had come. */
function mark(detail: 'start' | 'first' | 'end'): void {
  if (detail === 'start') performance.clearMarks(MARK);
  performance.mark(MARK, { detail });
}
const MARK = 'clusterscope:sweep';

/** What is to be run, dealt by what shares a long part: the cuts of one tree stay together. */
function groupsOf({ recipe }: Sweep, tasks: readonly Task[], missing: readonly number[]): number[][] {
  const specs = algorithmSpec(recipe.algorithm)?.params ?? {};
  const names = Object.keys(specs);
  if (!names.some((name) => specs[name]!.redo === 'cut')) return [[...missing]];
  const fitted = names.filter((name) => specs[name]!.redo === 'fit');
  const groups = new Map<string, number[]>();
  for (const at of missing) {
    const { params, sample } = tasks[at]!;
    const key = JSON.stringify([sample, ...fitted.map((name) => params[name] ?? null)]);
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  return [...groups.values()];
}

function problemOf(error: unknown): Problem {
  if (error instanceof RecipeError) return { field: error.field, problem: error.problem };
  return { field: '', problem: (error instanceof Error ? error.message : String(error)).replace(/\.$/, '') };
}

export const useSweepRun = createSweepRunStore();
