import { queryText } from '../engine/spec/url.ts';
import { RecipeError } from '../engine/types.ts';
import type { AddressPart } from './address-part.ts';
import { isAsked } from './dataset.ts';
import type { Lab } from './labs.ts';
import { useRecipe } from './recipe.ts';
import { useRun } from './run.ts';
import { useTimeline } from './timeline.ts';

/** Nothing at the result. The step belongs to the recipe of the frames: while another one is asked for it is not written. */
function stepText(): string {
  const { frames, index } = useTimeline.getState();
  const frame = frames[index];
  if (!frame || index >= frames.length - 1) return '';
  const { framed } = useRun.getState();
  if (!framed || !isAsked(framed.recipe, useRecipe.getState().recipe)) return '';
  return queryText(new URLSearchParams({ step: String(frame.step) }));
}

/** The step at which the player stands, by the method's own count: `step=3`. */
const stepPart = (lab: Lab): AddressPart => ({
  lab,
  keys: ['step'],
  amends: true,
  write: stepText,
  read(query, report) {
    const text = query.get('step');
    const isStep = text !== null && /^\d{1,9}$/.test(text);
    if (text !== null && !isStep) report(new RecipeError('step', 'must be the number of a step, 0 or more'));
    return () => useTimeline.getState().await(isStep ? Number(text) : null);
  },
  // While it plays the address stands still: browsers refuse to be told of every step.
  subscribe(listener) {
    let last = stepText();
    return useTimeline.subscribe(({ playing }) => {
      const text = stepText();
      if (playing || text === last) return;
      last = text;
      listener('step', false);
    });
  },
});

/** The labs that have the player of the one run. */
export const stepParts: readonly AddressPart[] = [stepPart('cluster'), stepPart('images')];
