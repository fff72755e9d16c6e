import { datasetSpec } from '../engine/datasets/specs.ts';
import type { Noun } from '../engine/spec/algorithm.ts';
import { datasetName } from '../state/dataset.ts';
import { useRun } from '../state/run.ts';
import { useView } from '../state/view.ts';

const point: Noun = { one: 'point', many: 'points' };

const shownDataset = () => {
  const { shown } = useRun.getState();
  // Before the first run has ended the points are there already.
  const name = shown ? datasetName(shown.recipe.dataset) : useView.getState().viewed?.name;
  return name === undefined ? undefined : datasetSpec(name);
};

/** What the rows of the data that is shown are called. */
export function useNoun(): Noun {
  return useRun(() => shownDataset()?.noun) ?? point;
}

/** `useNoun` outside of React. */
export function currentNoun(): Noun {
  return shownDataset()?.noun ?? point;
}

/** What the classes of the data that is shown are called: "species". */
export function useClassNoun(): string {
  return useRun(() => shownDataset()?.classNoun) ?? 'class';
}
