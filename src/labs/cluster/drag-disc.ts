import { useRecipe } from '../../state/recipe.ts';
import type { Knob } from './overlays/overlay.ts';
import { useStage } from './stage-store.ts';

/** Three digits: the hand is not finer. */
const rounded = (value: number) => Number(value.toPrecision(3));

/**
 * A disc whose rim is dragged sets the parameter that it stands for. The run follows at once, and the disc stays with the row
 * that it was around when the drag began.
 * @param current what the disc stands for in the picture that is shown
 */
export function createDiscDrag(current: () => Knob | null): (radius: number, done: boolean) => void {
  let start: Knob | null = null;
  return (radius, done) => {
    start ??= current();
    if (!start) return;
    const { param, unit, row } = start;
    if (done) start = null;
    if (!(radius > 0 && Number.isFinite(radius / unit))) return;
    if (row !== null) useStage.getState().pin(row);
    useRecipe.getState().setParam(param, rounded(radius / unit), done ? 'commit' : 'drag');
  };
}
