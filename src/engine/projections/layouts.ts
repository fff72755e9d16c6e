import type { LayoutSteps } from './layout.ts';
import type { LayoutId } from './specs.ts';

/** The code of each layout, which loads when it is asked for. */
export const layouts: Readonly<Record<LayoutId, () => Promise<{ readonly layoutSteps: LayoutSteps }>>> = {
  tsne: () => import('./tsne/steps.ts'),
  umap: () => import('./umap/steps.ts'),
};
