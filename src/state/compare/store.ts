import { create } from 'zustand';
import type { MetricName } from '../../engine/metrics/specs.ts';
import type { Params, ParamValue } from '../../engine/types.ts';
import { type Gesture, withParam } from '../recipe.ts';
import { everyAlgorithm, MOST_PARTICIPANTS, newParticipant, type Participant } from './participants.ts';

/** Side by side on one dataset; the grid, algorithms by datasets; the difference of two results. */
export const SECTIONS = ['multiples', 'grid', 'difference'] as const;
export type Section = (typeof SECTIONS)[number];

/** A column of the table of scores. */
export type ScoreColumn = MetricName | 'algorithm' | 'clusters' | 'noise' | 'seconds' | 'rank';
export interface Sorting {
  readonly column: ScoreColumn;
  readonly descending: boolean;
}

export interface CompareState {
  readonly section: Section;
  /** null: nobody chose, every algorithm takes part. */
  readonly chosen: readonly Participant[] | null;
  /** The places of the two whose difference is shown; null: the first two that have a result. */
  readonly pair: readonly [number, number] | null;
  /** The field that changed last, and how. */
  readonly change: { readonly field: string; readonly gesture: Gesture };
  /** null: in the order in which they take part. */
  readonly sorting: Sorting | null;
  /** The scores that the ranks are of; null: those that suit the data. */
  readonly ranked: readonly MetricName[] | null;
  setSection(section: Section): void;
  add(algorithm: string): void;
  /** The same once more, after it, with parameters of its own. */
  duplicate(id: number, params: Params): void;
  remove(id: number): void;
  /** undefined: scikit-learn's default. @param before the parameters that it runs with now */
  setParam(id: number, before: Params, name: string, value: ParamValue | undefined, gesture?: Gesture): void;
  /** Back to the dataset's start values. */
  resetParams(id: number): void;
  /** Every algorithm again, as the page starts it. */
  resetAll(): void;
  setPair(pair: readonly [number, number]): void;
  setSorting(sorting: Sorting | null): void;
  setRanked(ranked: readonly MetricName[]): void;
  /** What came from outside. */
  restore(part: Pick<CompareState, 'section' | 'chosen' | 'pair'>): void;
}

export const participantsOf = ({ chosen }: Pick<CompareState, 'chosen'>) => chosen ?? everyAlgorithm;

export const createCompareStore = () =>
  create<CompareState>()((set, get) => {
    const list = () => participantsOf(get());
    const put = (chosen: readonly Participant[], field: string, gesture: Gesture = 'commit') =>
      set({ chosen, change: { field: `compare.${field}`, gesture } });
    const replace = (id: number, params: Params | null) =>
      list().map((one) => (one.id === id ? { ...one, params } : one));
    return {
      section: 'multiples',
      chosen: null,
      pair: null,
      change: { field: 'compare', gesture: 'commit' },
      sorting: null,
      ranked: null,
      setSection: (section) => set({ section, change: { field: 'compare.section', gesture: 'commit' } }),
      add: (algorithm) => {
        if (list().length < MOST_PARTICIPANTS) put([...list(), newParticipant(algorithm, null)], 'add');
      },
      duplicate: (id, params) => {
        const at = list().findIndex((one) => one.id === id);
        const original = list()[at];
        if (!original || list().length >= MOST_PARTICIPANTS) return;
        const copy = newParticipant(original.algorithm, params);
        set({ pair: shifted(get().pair, at + 1, 1) });
        put(list().toSpliced(at + 1, 0, copy), 'duplicate');
      },
      remove: (id) => {
        const at = list().findIndex((one) => one.id === id);
        if (at < 0) return;
        set({ pair: shifted(get().pair, at, -1) });
        put(list().toSpliced(at, 1), 'remove');
      },
      setParam: (id, before, name, value, gesture) => {
        const one = list().find((candidate) => candidate.id === id);
        if (!one) return;
        const { params } = withParam({ algorithm: one.algorithm, params: before }, name, value);
        put(replace(id, params), `${id}.${name}`, gesture);
      },
      resetParams: (id) => put(replace(id, null), `${id}.reset`),
      resetAll: () => set({ chosen: null, pair: null, change: { field: 'compare.all', gesture: 'commit' } }),
      setPair: (pair) => set({ pair, change: { field: 'compare.pair', gesture: 'commit' } }),
      setSorting: (sorting) => set({ sorting }),
      setRanked: (ranked) => set({ ranked }),
      restore: (part) => set(part),
    };
  });

/** A pair of places after one entry came or went at `at`; null where one of the two went. */
function shifted(pair: CompareState['pair'], at: number, by: 1 | -1): CompareState['pair'] {
  if (!pair || (by < 0 && pair.includes(at))) return null;
  const move = (place: number) => (place >= at ? place + by : place);
  return [move(pair[0]), move(pair[1])];
}

export const useCompare = createCompareStore();
