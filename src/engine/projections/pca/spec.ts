import type { ProjectionSpec } from '../../spec/projection.ts';

export const pca = {
  id: 'pca',
  title: 'PCA',
  note: 'principal components 1 and 2',
  link: 'https://scikit-learn.org/stable/modules/generated/sklearn.decomposition.PCA.html',
  kind: 'linear',
  axis: 'component',
  params: {},
} as const satisfies ProjectionSpec;
