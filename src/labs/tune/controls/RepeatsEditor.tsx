import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import { checkSweep, type Repeats } from '../../../engine/spec/sweep.ts';
import { RecipeError } from '../../../engine/types.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { Help } from '../../../ui/controls/Help.tsx';
import { ValueField } from '../../../ui/controls/ValueField.tsx';
import { change, sweepOf } from '../choice.ts';
import { useChoice } from '../sweep-view.ts';
import classes from '../tune.module.css';

/** How often each cell is run besides, to see how steady it is. */
export function RepeatsEditor() {
  const choice = useChoice();
  const recipe = useRecipe((state) => state.recipe);
  const { params: specs, isOfMeans } = algorithmSpec(recipe.algorithm)!;
  const hasSeed = 'random_state' in specs && choice.x.param !== 'random_state' && choice.y?.param !== 'random_state';
  const hasGap = isOfMeans && choice.x.param === 'n_clusters' && !choice.y;
  const take = (key: keyof Repeats, text: string): string | null => {
    const count = Number(text.trim());
    if (text.trim() === '' || !Number.isInteger(count) || count < 0) return 'must be a whole number from 0 on';
    const repeats = { ...choice.repeats, [key]: count };
    try {
      checkSweep(sweepOf(recipe, { ...choice, repeats }));
    } catch (error) {
      if (error instanceof RecipeError) return error.problem;
      throw error;
    }
    change({ repeats }, `sweep.${key}`);
    return null;
  };
  const field = (key: keyof Repeats, words: string) => (
    <span className={classes.field} key={key}>
      <span className="muted">{words}</span>
      <ValueField
        name={`Repeats: ${words}`}
        text={String(choice.repeats[key])}
        number={choice.repeats[key]}
        min={0}
        step={key === 'references' ? 5 : 10}
        single
        invalid={false}
        onText={(text) => take(key, text)}
        onStep={(next) => take(key, String(Math.max(0, next)))}
      />
    </span>
  );
  return (
    <span className={classes.repeats}>
      <span className={classes.axisName}>Repeat over</span>
      {hasSeed && field('seeds', 'seeds')}
      {field('bootstraps', 'bootstrap samples')}
      {hasGap && field('references', 'reference sets')}
      <Help about="repeats">
        <p>
          <b>Seeds</b>: the same recipe with random_state 0, 1, 2, … <b>Bootstrap samples</b>: as many rows, drawn with
          replacement. How far the repeats agree, pair by pair, is their adjusted Rand index; how sure a point’s cluster
          is shows as its opacity.
        </p>
        {hasGap && (
          <p>
            <b>Reference sets</b>: points drawn evenly over the box of the data, for the gap statistic.
          </p>
        )}
      </Help>
    </span>
  );
}
