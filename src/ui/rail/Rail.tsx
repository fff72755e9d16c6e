import { IconChevronRight } from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { datasetTitle } from '../../state/dataset.ts';
import { useRecipe } from '../../state/recipe.ts';
import { AlgorithmSection } from './AlgorithmSection.tsx';
import { DatasetSection } from './DatasetSection.tsx';
import { RunSection } from './RunSection.tsx';
import classes from './rail.module.css';

const parts = { dataset: DatasetSection, algorithm: AlgorithmSection, run: RunSection } satisfies Record<
  string,
  ComponentType
>;
export type RailPart = keyof typeof parts;

/** On a phone, what the rail says in one line; it opens the rail. */
function Fold({ isOpen, onOpen }: { isOpen: boolean; onOpen(isOpen: boolean): void }) {
  const dataset = useRecipe(({ recipe }) => datasetTitle(recipe.dataset));
  const algorithm = useRecipe(({ recipe }) => algorithmSpec(recipe.algorithm)?.title);
  return (
    <button type="button" className={classes.fold} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
      <span>
        <b>{dataset}</b> <span className="muted">with</span> <b>{algorithm}</b>
      </span>
      <IconChevronRight size={16} aria-hidden="true" data-open={isOpen || undefined} />
    </button>
  );
}

interface Props {
  show: readonly RailPart[];
  /** Whether on a phone it is folded into one line, until somebody opens it. */
  folds: boolean;
}

/** What is asked for: data, algorithm, parameters; and how the run went. */
export function Rail({ show, folds }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <aside className={classes.rail} aria-label="Recipe" data-folded={(folds && !isOpen) || undefined}>
      {folds && <Fold isOpen={isOpen} onOpen={setOpen} />}
      {show.map((part) => {
        const Part = parts[part];
        return <Part key={part} />;
      })}
    </aside>
  );
}
