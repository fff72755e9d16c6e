import { expect, test } from 'vitest';
import { useRecipe } from '../../state/recipe.ts';
import { createDiscDrag } from './drag-disc.ts';
import type { Knob } from './overlays/overlay.ts';
import { useStage } from './stage-store.ts';

test('a dragged disc sets its parameter, stays with its row, and is one drag until it is let go', () => {
  let knob: Knob | null = { param: 'eps', unit: 2, row: 7 };
  const drag = createDiscDrag(() => knob);
  drag(1.23456, false);
  expect(useRecipe.getState()).toMatchObject({
    recipe: { params: { eps: 0.617 } },
    change: { field: 'params.eps', gesture: 'drag' },
  });
  expect(useStage.getState().pinned).toBe(7);
  // What the picture shows meanwhile does not matter until the hand lets go.
  knob = { param: 'bandwidth', unit: 1, row: null };
  drag(4, true);
  expect(useRecipe.getState()).toMatchObject({ recipe: { params: { eps: 2 } }, change: { gesture: 'commit' } });
  drag(3, true);
  expect(useRecipe.getState().recipe.params).toMatchObject({ eps: 2, bandwidth: 3 });
});

test('nothing is set without a disc, or by a radius that is none', () => {
  const { recipe } = useRecipe.getState();
  createDiscDrag(() => null)(1, true);
  createDiscDrag(() => ({ param: 'eps', unit: 1, row: null }))(0, true);
  createDiscDrag(() => ({ param: 'eps', unit: 0, row: null }))(1, true);
  expect(useRecipe.getState().recipe).toBe(recipe);
});
