import type { ProjectionSpec } from '../spec/projection.ts';
import { pca } from './pca/spec.ts';
import { tsne } from './tsne/spec.ts';
import { umap } from './umap/spec.ts';

const all = [pca, tsne, umap] as const;

export type ProjectionId = (typeof all)[number]['id'];
/** The projections that have axes in the clustered space; each has a line in `linear.ts`. */
export type LinearId = Extract<(typeof all)[number], { kind: 'linear' }>['id'];
/** The projections in which only rows have a place; each has a line in `layouts.ts`. */
export type LayoutId = Extract<(typeof all)[number], { kind: 'layout' }>['id'];

/** Every projection that mixes all features, in the order in which they are offered. */
export const projections: readonly (ProjectionSpec & { readonly id: ProjectionId })[] = all;

export function projectionSpec(id: string): (ProjectionSpec & { readonly id: ProjectionId }) | undefined {
  return projections.find((spec) => spec.id === id);
}

export const isLinear = (projection: unknown): projection is LinearId =>
  typeof projection === 'string' && projectionSpec(projection)?.kind === 'linear';

export const isLayout = (projection: unknown): projection is LayoutId =>
  typeof projection === 'string' && projectionSpec(projection)?.kind === 'layout';
