import { create } from 'zustand';

/** What there is to see of a dataset, in the order of the tabs. */
export const SECTIONS = [
  'summary',
  'distributions',
  'pairs',
  'correlation',
  'parallel',
  'pca',
  'outliers',
  'scaling',
  'images',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Columns that a link may name, and that can be looked at side by side. */
export const MOST_COLUMNS = 64;

export interface ExploreState {
  readonly section: Section;
  /** Columns of the table, ascending; null: nobody chose, the most telling ones are shown. */
  readonly columns: readonly number[] | null;
  /** The field that changed last. */
  readonly change: { readonly field: string };
  setSection(section: Section): void;
  setColumns(columns: readonly number[] | null): void;
  /** What came from outside. */
  restore(part: Partial<Pick<ExploreState, 'section' | 'columns'>>): void;
}

export const createExploreStore = () =>
  create<ExploreState>()((set) => ({
    section: SECTIONS[0],
    columns: null,
    change: { field: 'explore' },
    setSection: (section) => set({ section, change: { field: 'explore.section' } }),
    setColumns: (columns) =>
      set({ columns: columns && [...columns].sort((a, b) => a - b), change: { field: 'explore.columns' } }),
    restore: (part) => set(part),
  }));

export const useExplore = createExploreStore();
