import { Button } from '@mantine/core';
import { int } from '../../engine/spec/kinds.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { sampleWords } from '../cost-words.ts';
import { fewerRows } from './fewer-rows.ts';
import { ParamControl } from './ParamControl.tsx';
import { useProblem } from './useProblem.ts';

/** From so many rows on there is a choice: some methods would take long. */
const MANY = 2000;

/** The way on where a method cannot take as many rows as there are. */
function FewerRows() {
  const recipe = useRecipe((state) => state.recipe);
  const isRefused = useRun(({ error }) => error?.field === 'rows');
  const sample = isRefused ? fewerRows(recipe) : null;
  if (!sample) return null;
  return (
    <Button size="compact-xs" variant="default" onClick={() => useRecipe.getState().setRows(sample.rows)}>
      {sampleWords(sample)}
    </Button>
  );
}

/** How many of the first rows are clustered; only where there are many, or where a limit is set. `all`: how many there are. */
export function RowsControl({ all }: { all: number | null }) {
  const rows = useRecipe(({ recipe }) => recipe.rows);
  const problem = useProblem('rows');
  if (rows === undefined && (all ?? 0) <= MANY) return null;
  const param = int({
    default: all,
    min: 1,
    ...(all !== null && { max: all, slider: [Math.min(100, all), all] as const, scale: 'log' as const }),
    redo: 'fit',
    doc: 'Only the first rows are clustered: fewer for methods that take long with many.',
  });
  const { setRows } = useRecipe.getState();
  return (
    <>
      <ParamControl
        name="rows"
        param={param}
        value={rows ?? all}
        isDefault={rows === undefined}
        isOurs
        problem={problem}
        onChange={(next, done) => setRows(typeof next === 'number' ? next : undefined, done ? 'commit' : 'drag')}
        onReset={() => setRows(undefined)}
      />
      <FewerRows />
    </>
  );
}
