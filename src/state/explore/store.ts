import { create } from 'zustand';
import type { OutlierRule } from '../../engine/explore/types.ts';

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

export const COEFFICIENTS = ['pearson', 'spearman'] as const;
export type Coefficient = (typeof COEFFICIENTS)[number];

/** Where outliers begin unless somebody says otherwise: the rules, the first of them first. */
export const THRESHOLDS = { zscore: 3, iqr: 1.5 } as const satisfies Record<OutlierRule, number>;
export const MOST_THRESHOLD = 100;

export interface OutlierChoice {
  readonly rule: OutlierRule;
  /** Above 0, at most 100: standard deviations, or interquartile ranges. */
  readonly threshold: number;
}
export const FIRST_OUTLIERS: OutlierChoice = { rule: 'zscore', threshold: THRESHOLDS.zscore };

export interface ExploreState {
  readonly section: Section;
  /** Columns of the table, ascending; null: nobody chose, the most telling ones are shown. */
  readonly columns: readonly number[] | null;
  readonly coefficient: Coefficient;
  readonly outliers: OutlierChoice;
  /** The field that changed last. */
  readonly change: { readonly field: string };
  setSection(section: Section): void;
  setColumns(columns: readonly number[] | null): void;
  setCoefficient(coefficient: Coefficient): void;
  setOutliers(outliers: OutlierChoice): void;
  /** What came from outside. */
  restore(part: Partial<Pick<ExploreState, 'section' | 'columns' | 'coefficient' | 'outliers'>>): void;
}

export const createExploreStore = () =>
  create<ExploreState>()((set) => ({
    section: SECTIONS[0],
    columns: null,
    coefficient: COEFFICIENTS[0],
    outliers: FIRST_OUTLIERS,
    change: { field: 'explore' },
    setSection: (section) => set({ section, change: { field: 'explore.section' } }),
    setColumns: (columns) =>
      set({ columns: columns && [...columns].sort((a, b) => a - b), change: { field: 'explore.columns' } }),
    setCoefficient: (coefficient) => set({ coefficient, change: { field: 'explore.coefficient' } }),
    setOutliers: (outliers) => set({ outliers, change: { field: 'explore.outliers' } }),
    restore: (part) => set(part),
  }));

export const useExplore = createExploreStore();
