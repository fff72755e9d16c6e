import type { DatasetRef } from '../engine/dataset-ref.ts';
import { datasetSpec } from '../engine/datasets/specs.ts';
import type { Noun } from '../engine/spec/algorithm.ts';
import { classNounOf, nounOf } from '../state/dataset.ts';
import { useRun } from '../state/run.ts';
import { useView } from '../state/view.ts';

/** Before the first run has ended the points are there already, and known by their dataset's name. */
const noun = (ref: DatasetRef | undefined) => (ref === undefined ? viewedSpec()?.noun : nounOf(ref)) ?? point;
const classNoun = (ref: DatasetRef | undefined) =>
  ref === undefined ? (viewedSpec()?.classNoun ?? 'class') : classNounOf(ref);
const viewedSpec = () => datasetSpec(useView.getState().viewed?.name ?? '');
const point: Noun = { one: 'point', many: 'points' };

/** What the rows of the data that is shown are called. */
export function useNoun(): Noun {
  return useRun(({ shown }) => noun(shown?.recipe.dataset));
}

/** `useNoun` outside of React. */
export function currentNoun(): Noun {
  return noun(useRun.getState().shown?.recipe.dataset);
}

/** What the classes of the data that is shown are called: "species". */
export function useClassNoun(): string {
  return useRun(({ shown }) => classNoun(shown?.recipe.dataset));
}

/** `useClassNoun` outside of React. */
export function currentClassNoun(): string {
  return classNoun(useRun.getState().shown?.recipe.dataset);
}
