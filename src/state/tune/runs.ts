import { create } from 'zustand';
import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { checkSweep, runKey, type Sweep, type Task, tasksOf } from '../../engine/spec/sweep.ts';
import { RecipeError } from '../../engine/types.ts';
import type { Agreement, Cell, DoneCell } from '../../worker/api.ts';
import { dataKey } from '../../worker/data-key.ts';
import { many as sharedMany } from '../many.ts';
import type { Problem } from '../problems.ts';
import { Board, mark } from './board.ts';
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

export const createSweepRunStore = (many: () => Many = sharedMany, cores = () => navigator.hardwareConcurrency || 2) =>
  create<SweepRunState>()((set, get) => {
    const cache = new CellCache();
    const agreed = new Map<string, Agreement>();
    let board: Board | null = null;

    async function run(own: Board, missing: readonly number[]): Promise<void> {
      const { sweep, tasks, keys, cells } = own.asked;
      const { signal } = own;
      const started = performance.now();
      const awaiting = awaitingOf(cells);
      const all = missing.length + awaiting.length;
      let count = 0;
      try {
        await many().sweep(sweep, groupsOf(sweep, tasks, missing), {
          signal,
          awaiting,
          onCells: (done) => {
            if (signal.aborted) return;
            let ended = 0;
            for (const { at, cell } of done) {
              cells[at] = cell;
              cache.set(keys[at]!, cell);
              if (!cell.isAwaited) ended++;
            }
            count += ended;
            const seconds = (performance.now() - started) / 1000;
            own.left = seconds > 0.5 && count > 0 ? (seconds / count) * (all - count) : null;
            own.done += ended;
            own.hasNews = true;
          },
        });
        own.show('running');
        mark('end');
        await agree(own);
        own.left = null;
        own.show('done');
      } catch (error) {
        if (signal.aborted) return;
        own.left = null;
        own.show('failed', problemOf(error));
      }
    }

    /** Compares the repeats of each cell. */
    async function agree({ asked, signal }: Board): Promise<void> {
      const { tasks, cells, keys } = asked;
      const { repeats } = asked.sweep;
      if (repeats.seeds + repeats.bootstraps < 2) return;
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
        board?.end();
        board = null;
        mark('start');
        try {
          checkSweep(sweep);
        } catch (error) {
          return set({ status: 'failed', left: null, problem: problemOf(error) });
        }
        const tasks = tasksOf(sweep);
        const data = dataKey(sweep.recipe);
        const keys = tasks.map(({ params, sample }) => `${data} ${runKey(sweep.recipe.algorithm, params, sample)}`);
        const cells = keys.map((key) => cache.get(key));
        const missing = [...cells.keys()].filter((at) => !cells[at]);
        const asked = missing.map((at) => tasks[at]!);
        const estimate = secondsOf(sweep, asked) / cores();
        const own = new Board({ sweep, tasks, keys, cells, estimate }, set);
        board = own;
        if (estimate > SWEEP_BUDGET && !anyway) return own.show('held');
        own.keepShowing();
        void run(own, missing);
      },
      cancel() {
        if (!board?.isRunning()) return;
        board.end();
        board.left = null;
        board.show('cancelled');
      },
    };
  });

/** What lacks only its silhouette: a sweep that was ended leaves such cells. */
const awaitingOf = (cells: readonly (Cell | undefined)[]): DoneCell[] =>
  cells.flatMap((cell, at) => (cell?.isAwaited ? [{ at, cell }] : []));

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
