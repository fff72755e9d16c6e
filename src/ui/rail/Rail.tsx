import type { ComponentType } from 'react';
import { AlgorithmSection } from './AlgorithmSection.tsx';
import { DatasetSection } from './DatasetSection.tsx';
import { RunSection } from './RunSection.tsx';
import classes from './rail.module.css';

const parts = { dataset: DatasetSection, algorithm: AlgorithmSection, run: RunSection } satisfies Record<
  string,
  ComponentType
>;
export type RailPart = keyof typeof parts;

/** What is asked for: data, algorithm, parameters; and how the run went. */
export function Rail({ show }: { show: readonly RailPart[] }) {
  return (
    <aside className={classes.rail} aria-label="Recipe">
      {show.map((part) => {
        const Part = parts[part];
        return <Part key={part} />;
      })}
    </aside>
  );
}
