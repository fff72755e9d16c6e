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
/** One of these, or a lab's own. */
export type RailPart = keyof typeof parts | ComponentType;

/** The recipe in a line: "Iris with K-Means". */
export function RecipeLine() {
  const dataset = useRecipe(({ recipe }) => datasetTitle(recipe.dataset));
  const algorithm = useRecipe(({ recipe }) => algorithmSpec(recipe.algorithm)?.title);
  return (
    <>
      <b>{dataset}</b> <span className="muted">with</span> <b>{algorithm}</b>
    </>
  );
}

/** On a phone, what the rail says in one line; it opens the rail. */
function Fold({ Line, isOpen, onOpen }: { Line: ComponentType; isOpen: boolean; onOpen(isOpen: boolean): void }) {
  return (
    <button type="button" className={classes.fold} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
      <span>
        <Line />
      </span>
      <IconChevronRight size={16} aria-hidden="true" data-open={isOpen || undefined} />
    </button>
  );
}

interface Props {
  show: readonly RailPart[];
  /** The one line into which it is folded on a phone, until somebody opens it; null: it is not. */
  fold: ComponentType | null;
}

/** What is asked for: data, algorithm, parameters; and how the run went. */
export function Rail({ show, fold }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <aside className={classes.rail} aria-label="Recipe" data-folded={(fold && !isOpen) || undefined}>
      {fold && <Fold Line={fold} isOpen={isOpen} onOpen={setOpen} />}
      {show.map((part) => {
        const Part = typeof part === 'string' ? parts[part] : part;
        return <Part key={typeof part === 'string' ? part : part.name} />;
      })}
    </aside>
  );
}
