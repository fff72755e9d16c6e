import type { ComponentType } from 'react';
import type { Outcome } from '../../../worker/api.ts';
import { MergeTreePanel } from './agglomerative-clustering.tsx';

/** What a method shows of its own beside the stage, by its id. A panel shows nothing where the result has nothing for it. */
export const panels: Readonly<Record<string, ComponentType<{ shown: Outcome }>>> = {
  AgglomerativeClustering: MergeTreePanel,
};
