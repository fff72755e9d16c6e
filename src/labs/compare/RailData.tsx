import { Button } from '@mantine/core';
import { useCompare } from '../../state/compare/store.ts';
import { datasetTitle } from '../../state/dataset.ts';
import { useRecipe } from '../../state/recipe.ts';
import { DatasetSection } from '../../ui/rail/DatasetSection.tsx';

const useIsGrid = () => useCompare(({ section }) => section === 'grid');

function Aside() {
  const title = useRecipe(({ recipe }) => datasetTitle(recipe.dataset));
  const { setSection } = useCompare.getState();
  return (
    <section className="section" aria-label="Data">
      <h2>Dataset</h2>
      <p>The grid has datasets of its own: six generated ones of 500 points, Iris and Wine.</p>
      <p className="muted">What you chose, {title}, is compared side by side and in Difference.</p>
      <div>
        <Button size="compact-sm" variant="default" onClick={() => setSection('multiples')}>
          Compare on {title}
        </Button>
      </div>
    </section>
  );
}

/** The dataset that is compared on; beside the grid, which does not use it, that it has its own. */
export function RailData() {
  return useIsGrid() ? <Aside /> : <DatasetSection />;
}

/** The same in a line, where there is no room. */
export function RailLine() {
  const title = useRecipe(({ recipe }) => datasetTitle(recipe.dataset));
  return useIsGrid() ? <>The grid’s own datasets</> : <b>{title}</b>;
}
