import type { ComponentType } from 'react';
import type { SummaryAnswer } from '../../../engine/explore/types.ts';
import type { Section } from '../../../state/explore/store.ts';
import type { Explored } from '../useExplore.ts';
import { Correlation } from './Correlation.tsx';
import { Distributions } from './Distributions.tsx';
import { Images } from './Images.tsx';
import { Outliers } from './Outliers.tsx';
import { Overview } from './Overview.tsx';
import { Pairs } from './Pairs.tsx';
import { Parallel } from './Parallel.tsx';
import { Pca } from './Pca.tsx';
import { Scaling } from './Scaling.tsx';

export interface SectionProps {
  readonly explored: Explored;
  /** The columns to look at. */
  readonly columns: readonly number[];
  /** Which these are, and why. */
  readonly words: string;
}

export interface SectionEntry {
  readonly id: Section;
  readonly title: string;
  readonly view: ComponentType<SectionProps>;
  /** So many columns are shown unless somebody chooses; null: all of them, there is nothing to choose. */
  readonly most: number | null;
  /** On a narrow page: columns that are readable there. */
  readonly narrow?: number;
  /** Whether its rows are coloured. */
  readonly colored: boolean;
  /** Only for rows that are pictures. */
  readonly forImages?: true;
}

export const sections: readonly SectionEntry[] = [
  { id: 'summary', title: 'Overview', view: Overview, most: 12, narrow: 6, colored: true },
  { id: 'distributions', title: 'Distributions', view: Distributions, most: 6, colored: true },
  { id: 'pairs', title: 'Scatter matrix', view: Pairs, most: 6, narrow: 4, colored: true },
  { id: 'correlation', title: 'Correlation', view: Correlation, most: 32, colored: false },
  { id: 'parallel', title: 'Parallel coordinates', view: Parallel, most: 8, narrow: 4, colored: true },
  { id: 'pca', title: 'PCA', view: Pca, most: null, colored: true },
  { id: 'outliers', title: 'Outliers', view: Outliers, most: 16, colored: false },
  { id: 'scaling', title: 'Scaling', view: Scaling, most: 12, colored: false },
  { id: 'images', title: 'Pictures', view: Images, most: null, colored: true, forImages: true },
];

/** The sections that make sense for these data. */
export const sectionsFor = ({ image }: Pick<SummaryAnswer, 'image'>): readonly SectionEntry[] =>
  sections.filter(({ forImages }) => !forImages || image !== null);
