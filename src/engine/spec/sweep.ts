import { algorithmSpec } from '../algorithms/specs.ts';
import type { Recipe } from '../recipe.ts';
import { type Params, type ParamValue, RecipeError } from '../types.ts';
import { type Axis, axisValues, checkAxis, isRange } from './axes.ts';
import { completeParams, counts } from './defaults.ts';
import { grouped } from './words.ts';

/** How often each cell of a sweep is run besides: with other seeds, on bootstrap samples, on points without clusters. */
export interface Repeats {
  /** `random_state` 0, 1, … */
  readonly seeds: number;
  /** As many rows, drawn with replacement. */
  readonly bootstraps: number;
  /** Points drawn evenly over the box of the data, for the gap statistic. */
  readonly references: number;
}
export const NO_REPEATS: Repeats = { seeds: 0, bootstraps: 0, references: 0 };

/** A recipe of which one or two parameters are varied. */
export interface Sweep {
  readonly recipe: Recipe;
  readonly x: Axis;
  readonly y: Axis | null;
  readonly repeats: Repeats;
}

/** Rows other than the dataset's own: drawn from them, or drawn evenly over their box, with numpy's RandomState(seed). */
export interface Sample {
  readonly kind: 'bootstrap' | 'uniform';
  readonly seed: number;
}

/** One run of a sweep. */
export interface Task {
  /** The cell that it belongs to: column + row · columns. */
  readonly cell: number;
  readonly params: Params;
  /** null: the data itself. */
  readonly sample: Sample | null;
  /** Whether it is the cell itself, not one of its repeats. */
  readonly isPlain: boolean;
}

/** A sweep of more runs than this is refused: nobody waits for it, and its labels would fill the memory. */
const MAX_RUNS = 10_000;

/** The places of both axes; one row where there is no second axis. */
export interface Grid {
  readonly xs: readonly ParamValue[];
  readonly ys: readonly ParamValue[];
}

/** The values of both axes of a good sweep; without a second one its values are one null. */
export function gridOf({ recipe, x, y }: Sweep): Grid {
  const specs = algorithmSpec(recipe.algorithm)!.params;
  return { xs: axisValues(x, specs[x.param]!), ys: y ? axisValues(y, specs[y.param]!) : [null] };
}

/**
 * Checks a sweep whose recipe is good.
 * @throws RecipeError naming `x`, `y`, their parts, or `repeats`
 */
export function checkSweep({ recipe, x, y, repeats }: Sweep): void {
  const specs = algorithmSpec(recipe.algorithm)?.params ?? {};
  checkSize(x, y, repeats);
  checkAxis('x', x, specs);
  if (!y) return;
  checkAxis('y', y, specs);
  if (y.param === x.param) throw new RecipeError('y', `${y.param} is swept by the other axis already`);
}

/** By what is asked for, before a value is made: a count of a million must not take a second to be refused. */
function checkSize(x: Axis, y: Axis | null, repeats: Repeats): void {
  const cells = lengthOf(x) * (y ? lengthOf(y) : 1);
  const each = 1 + repeats.seeds + repeats.bootstraps + repeats.references;
  if (!(cells * each > MAX_RUNS)) return;
  const isRepeated = cells <= MAX_RUNS;
  const field = isRepeated ? 'repeats' : y && lengthOf(y) > lengthOf(x) ? 'y.count' : 'x.count';
  const what = isRepeated
    ? `${grouped(cells)} cells with ${grouped(each)} runs each are`
    : y
      ? `${grouped(lengthOf(x))} × ${grouped(lengthOf(y))} cells are`
      : `${grouped(cells)} cells are`;
  throw new RecipeError(field, `${what} more than ${grouped(MAX_RUNS)} runs, the most that a sweep may have`);
}

const lengthOf = (axis: Axis) => (isRange(axis) ? axis.count : axis.values.length);

/** The parameters of one cell: those of the recipe, but for what is swept and what then does not count. */
export function cellParams({ recipe, x, y }: Sweep, xValue: ParamValue, yValue: ParamValue): Params {
  const specs = algorithmSpec(recipe.algorithm)!.params;
  const params = { ...recipe.params, ...(y && { [y.param]: yValue }), [x.param]: xValue };
  return Object.fromEntries(Object.entries(params).filter(([name]) => counts(specs, params, name)));
}

/**
 * All runs of a good sweep: first the cells themselves, a coarse grid before the cells between, then their repeats.
 * Everybody who is given the same sweep numbers them alike.
 */
export function tasksOf(sweep: Sweep): Task[] {
  const { xs, ys } = gridOf(sweep);
  const order = coarseFirst(xs.length, ys.length);
  const params = order.map((cell) => cellParams(sweep, xs[cell % xs.length]!, ys[Math.floor(cell / xs.length)]!));
  const tasks: Task[] = order.map((cell, i) => ({ cell, params: params[i]!, sample: null, isPlain: true }));
  const { seeds, bootstraps, references } = sweep.repeats;
  for (let seed = 0; seed < Math.max(seeds, bootstraps, references); seed++) {
    for (const [i, cell] of order.entries()) {
      const own = { cell, params: params[i]!, isPlain: false };
      if (seed < seeds) tasks.push({ ...own, params: { ...own.params, random_state: seed }, sample: null });
      if (seed < bootstraps) tasks.push({ ...own, sample: { kind: 'bootstrap', seed } });
      if (seed < references) tasks.push({ ...own, sample: { kind: 'uniform', seed } });
    }
  }
  return tasks;
}

/** The cells of a grid, every 4th of both axes first, then every 2nd, then the others; a single row goes left to right. */
export function coarseFirst(columns: number, rows: number): number[] {
  const all = Array.from({ length: columns * rows }, (_, cell) => cell);
  if (columns * rows <= 16 || rows === 1) return all;
  const levelOf = (i: number, length: number) => (length <= 4 || i % 4 === 0 ? 0 : i % 2 === 0 ? 1 : 2);
  const level = (cell: number) => Math.max(levelOf(cell % columns, columns), levelOf(Math.floor(cell / columns), rows));
  return all.sort((a, b) => level(a) - level(b) || a - b);
}

/** Equal for runs on the same data that must come out the same: algorithm, parameters (given or default), sample. */
export function runKey(algorithm: string, params: Params, sample: Sample | null): string {
  const complete = completeParams(algorithmSpec(algorithm)?.params ?? {}, params);
  return JSON.stringify([algorithm, Object.values(complete), sample && [sample.kind, sample.seed]]);
}
