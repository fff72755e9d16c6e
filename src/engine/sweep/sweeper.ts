import { cuts, fits, shares } from '../algorithms/fits.ts';
import { algorithmSpec } from '../algorithms/specs.ts';
import { type Cut, type Fit, NOBODY_WATCHES, type SharedFit } from '../fit.ts';
import { countClusters } from '../index.ts';
import { RandomState } from '../numeric/random-state.ts';
import type { AlgorithmSpec } from '../spec/algorithm.ts';
import type { Cell } from '../spec/cell.ts';
import { completeParams } from '../spec/defaults.ts';
import { freshSeed } from '../spec/fresh-seed.ts';
import { requireFewImages } from '../spec/image-rows.ts';
import type { Sweep, Task } from '../spec/sweep.ts';
import { tasksOf } from '../spec/sweep.ts';
import { type Fitted, type Matrix, type Params, type Prepared, RecipeError } from '../types.ts';
import { draw, labelsOfRows } from './samples.ts';
import { SharedScores } from './shared-scores.ts';

/** Runs the cells of a sweep in any order, on rows that were prepared. */
export interface Sweeper {
  /** As `tasksOf` has them. */
  readonly tasks: readonly Task[];
  /** A task to its end. Yields every few milliseconds; what goes wrong is in the cell. */
  run(task: Task): Generator<unknown, Cell, void>;
}

interface Code {
  readonly spec: AlgorithmSpec;
  readonly whole: Fit;
  readonly cut: Cut | null;
}

/**
 * What runs a good sweep. Cells share what they can: a merge tree serves all cuts, a neighbour graph all radii, a table of
 * distances all silhouettes. Labels and scores are those of `run`.
 */
export async function createSweeper(prepared: Prepared, sweep: Sweep): Promise<Sweeper> {
  const spec = algorithmSpec(sweep.recipe.algorithm);
  const loadFit = spec && fits[spec.id];
  if (!loadFit) throw new RecipeError('algorithm', `unknown "${sweep.recipe.algorithm}"`);
  const [whole, cut, share] = await Promise.all([loadFit(), cuts[spec.id]?.() ?? null, shares[spec.id]?.() ?? null]);
  const tasks = tasksOf(sweep);
  const { X, table } = prepared;
  const all = tasks.filter(({ sample }) => sample === null).map(({ params }) => completeParams(spec.params, params));
  const shared = share?.(X, all) ?? null;
  const ownFits = new Fits({ spec, whole, cut }, shared);
  const scores = new SharedScores(X, table.y);
  return {
    tasks,
    *run({ params, sample }) {
      const started = performance.now();
      const seconds = () => (performance.now() - started) / 1000;
      try {
        requireFewImages(spec, X);
        const complete = completeParams(spec.params, params);
        if (sample) return yield* sampledCell(whole, X, complete, sample, seconds);
        const fitted = yield* ownFits.of(X, complete);
        const own = { ...figuresOf(fitted), seconds: seconds() };
        return { ...own, ...(yield* scores.of(fitted.labels)) };
      } catch (error) {
        return failed(error, seconds());
      }
    },
  };
}

/** The fits on the rows themselves. */
class Fits {
  readonly #code: Code;
  readonly #shared: SharedFit | null;
  /** Fits that need only another cut, by the parameters that are not the cut's. */
  readonly #kept = new Map<string, Fitted>();

  constructor(code: Code, shared: SharedFit | null) {
    this.#code = code;
    this.#shared = shared;
  }

  *of(X: Matrix, params: Params): Generator<unknown, Fitted, void> {
    const shared = this.#shared && (yield* this.#shared(params));
    if (shared) return shared;
    const { spec, whole, cut } = this.#code;
    if (!cut) return yield* whole(X, params, contextOf(params));
    const names = Object.keys(spec.params).filter((name) => spec.params[name]!.redo === 'fit');
    const key = JSON.stringify(names.map((name) => params[name]));
    const kept = this.#kept.get(key);
    if (kept) return yield* cut(kept, X, params, NOBODY_WATCHES);
    const fitted = yield* whole(X, params, contextOf(params));
    this.#kept.set(key, fitted);
    return fitted;
  }
}

function* sampledCell(
  whole: Fit,
  X: Matrix,
  params: Params,
  sample: NonNullable<Task['sample']>,
  seconds: () => number,
): Generator<unknown, Cell, void> {
  const drawn = draw(X, sample);
  const fitted = yield* whole(drawn.X, params, contextOf(params));
  const labels = drawn.rows && labelsOfRows(drawn.rows, fitted.labels, X.rows);
  return {
    ...figuresOf(fitted),
    labels: labels && packed(labels),
    distortion: null,
    metrics: null,
    silhouetteSampleSize: null,
    isAwaited: false,
    seconds: seconds(),
  };
}

function contextOf({ random_state: seed }: Params) {
  return { ...NOBODY_WATCHES, random: new RandomState(typeof seed === 'number' ? seed : freshSeed()) };
}

function figuresOf({ labels, attributes, warnings }: Fitted) {
  const number = (name: string) => (typeof attributes[name] === 'number' ? attributes[name] : null);
  return {
    labels: packed(labels),
    ...countClusters(labels),
    inertia: number('inertia'),
    nIter: number('n_iter'),
    warnings,
    error: null,
  };
}

/** Half the memory, where the labels allow it: a sweep keeps those of every cell. */
function packed(labels: Int32Array): Int16Array | Int32Array {
  return labels.every((label) => label < 2 ** 15) ? Int16Array.from(labels) : labels.slice();
}

function failed(error: unknown, seconds: number): Cell {
  const { field, problem } =
    error instanceof RecipeError
      ? error
      : { field: '', problem: error instanceof Error ? error.message : String(error) };
  return {
    labels: null,
    nClusters: 0,
    nNoise: 0,
    inertia: null,
    nIter: null,
    distortion: null,
    metrics: null,
    silhouetteSampleSize: null,
    isAwaited: false,
    seconds,
    warnings: [],
    error: { field, problem },
  };
}
