import { AlgorithmSection } from './AlgorithmSection.tsx';
import { DatasetSection } from './DatasetSection.tsx';
import { RunSection } from './RunSection.tsx';
import classes from './rail.module.css';

/** What is asked for: data, algorithm, parameters; and how the run went. */
export function Rail() {
  return (
    <aside className={classes.rail} aria-label="Recipe">
      <DatasetSection />
      <AlgorithmSection />
      <RunSection />
    </aside>
  );
}
