import { type ComponentType, lazy } from 'react';
import type { Outcome } from '../../../worker/api.ts';

/**
 * What a method shows of its own beside the stage, by its id, loaded when the method is first shown. A panel shows nothing
 * where the result has nothing for it.
 */
export const panels: Readonly<Record<string, ComponentType<{ shown: Outcome }>>> = {
  AgglomerativeClustering: lazy(async () => ({
    default: (await import('./agglomerative-clustering.tsx')).MergeTreePanel,
  })),
};
