import { create } from 'zustand';
import type { Matrix } from '../../engine/types.ts';
import type { Outcome } from '../../worker/api.ts';

interface ImagesState {
  /** The mean images of the clusters of a run that has no centroids; null until they are there. */
  readonly means: { readonly of: Outcome; readonly means: Matrix } | null;
  /** What was asked for before the lab opened images of its own; null where it did not. */
  readonly left: { readonly title: string; back(): void } | null;
}

/** What the parts of the lab share. Kept nowhere; what a link opens is in `usePicked`. */
export const useImages = create<ImagesState>()(() => ({
  means: null,
  left: null,
}));
