import { asOneEntry } from '../../state/address-part.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useView } from '../../state/view.ts';
import { paramsOfCell, type SweepView } from './sweep-view.ts';

/** Makes the parameters of a cell those of the recipe. */
export function takeCell(view: Pick<SweepView, 'sweep' | 'grid'>, cell: number): void {
  const { recipe, replace } = useRecipe.getState();
  replace({ ...recipe, algorithm: view.sweep.recipe.algorithm, params: paramsOfCell(view, cell) });
}

/** A cell as a run of its own, on the stage. */
export function openCell(view: Pick<SweepView, 'sweep' | 'grid'>, cell: number): void {
  asOneEntry(() => {
    takeCell(view, cell);
    useView.getState().setLab('cluster');
  });
}
