import { useMemo } from 'react';
import type { Recipe } from '../../engine/recipe.ts';
import { type Measure, measureOf } from '../../engine/spec/measures.ts';
import { cellParams, type Grid, gridOf, type Sweep } from '../../engine/spec/sweep.ts';
import type { Params, ParamValue } from '../../engine/types.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useSweepRun } from '../../state/tune/runs.ts';
import { type SweepChoice, useTune } from '../../state/tune/store.ts';
import type { Cell } from '../../worker/api.ts';
import { effectiveChoice } from './choice.ts';
import { bestOf, measured, plainCells } from './reading/values.ts';
import { placeText } from './reading/words.ts';

/** A sweep with what is known of it, as the figures read it. */
export interface SweepView {
  readonly sweep: Sweep;
  readonly grid: Grid;
  readonly score: Measure;
  readonly second: Measure | null;
  /** By cell: column + row · columns. */
  readonly cells: readonly (Cell | undefined)[];
  readonly values: readonly (number | null)[];
  readonly best: number | null;
}

/** What is chosen, for the recipe at hand. */
export function useChoice(): SweepChoice {
  const choice = useTune((tune) => tune.choice);
  const recipe = useRecipe((state) => state.recipe);
  return useMemo(() => effectiveChoice(choice, recipe), [choice, recipe]);
}

/** The sweep that was run last and its cells; null before the first one. */
export function useSweepView(): SweepView | null {
  const { score: scoreName, second: secondName } = useChoice();
  const sweep = useSweepRun((run) => run.sweep);
  const tasks = useSweepRun((run) => run.tasks);
  const all = useSweepRun((run) => run.cells);
  const grid = useMemo(() => sweep && gridOf(sweep), [sweep]);
  return useMemo(() => {
    if (!sweep || !grid) return null;
    const score = measureOf(scoreName)!;
    const cells = plainCells(tasks, all);
    const values = Array.from({ length: grid.xs.length * grid.ys.length }, (_, i) => measured(cells[i], score.name));
    const second = secondName ? measureOf(secondName)! : null;
    return { sweep, grid, score, second, cells, values, best: bestOf(values, score) };
  }, [sweep, grid, tasks, all, scoreName, secondName]);
}

/** The parameters of a cell. */
export function paramsOfCell({ sweep, grid }: Pick<SweepView, 'sweep' | 'grid'>, cell: number): Params {
  const columns = grid.xs.length;
  return cellParams(sweep, grid.xs[cell % columns]!, grid.ys[Math.floor(cell / columns)]!);
}

/** "eps 0.25, min_samples 4" */
export function cellName(
  { sweep: { x, y }, grid }: Pick<SweepView, 'sweep' | 'grid'>,
  cell: number,
  equals = ' ',
): string {
  const columns = grid.xs.length;
  const first = `${x.param}${equals}${placeText(grid.xs[cell % columns]!)}`;
  return y ? `${first}, ${y.param}${equals}${placeText(grid.ys[Math.floor(cell / columns)]!)}` : first;
}

/** The cell that is nearest to what the recipe says now; null where it says nothing of what is swept. */
export function nearestCell({ sweep, grid }: Pick<SweepView, 'sweep' | 'grid'>, { params }: Recipe): number | null {
  const column = nearestPlace(grid.xs, params[sweep.x.param]);
  const row = sweep.y ? nearestPlace(grid.ys, params[sweep.y.param]) : 0;
  return column === null && (row === null || !sweep.y) ? null : (column ?? 0) + (row ?? 0) * grid.xs.length;
}

function nearestPlace(places: readonly ParamValue[], value: ParamValue | undefined): number | null {
  if (value === undefined) return null;
  if (typeof value !== 'number') return places.includes(value) ? places.indexOf(value) : null;
  const gaps = places.map((place) => (typeof place === 'number' ? Math.abs(place - value) : Number.POSITIVE_INFINITY));
  return gaps.indexOf(Math.min(...gaps));
}
