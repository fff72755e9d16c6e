import { create } from 'zustand';
import type { Axis } from '../../engine/spec/axes.ts';
import type { MeasureName } from '../../engine/spec/measures.ts';
import type { Repeats } from '../../engine/spec/sweep.ts';

/** What is swept and what of it is shown. */
export interface SweepChoice {
  /** Whose parameters the axes are: with another algorithm the choice has no meaning. */
  readonly algorithm: string;
  readonly x: Axis;
  readonly y: Axis | null;
  readonly repeats: Repeats;
  /** The height or the colour. */
  readonly score: MeasureName;
  /** On a second axis of a line chart. */
  readonly second: MeasureName | null;
}

export interface TuneState {
  /** null: what the lab opens with for the algorithm at hand. */
  readonly choice: SweepChoice | null;
  /** The choice as the address has it. */
  readonly text: string;
  /** A whole query that came from outside and has not been read yet. */
  readonly unread: string | null;
  /** The field that changed last. */
  readonly change: { readonly field: string };
  /** The cell that the small picture shows: under the pointer or the keys; null: the best one. */
  readonly walk: number | null;
  /** @param text the choice as query text */
  choose(choice: SweepChoice | null, text: string, field: string): void;
  walkTo(cell: number | null): void;
  /** What came from outside, a whole query and this part of it: the lab reads it. */
  restore(unread: string, text: string): void;
}

export const createTuneStore = () =>
  create<TuneState>()((set) => ({
    choice: null,
    text: '',
    unread: null,
    change: { field: 'sweep' },
    walk: null,
    choose: (choice, text, field) => set({ choice, text, unread: null, walk: null, change: { field } }),
    walkTo: (walk) => set({ walk }),
    restore: (unread, text) => set({ unread, choice: null, text, walk: null }),
  }));

export const useTune = createTuneStore();
