/** `extra.linkage` of a frame is a place in this list. */
export const LINKAGES = ['ward', 'complete', 'average', 'single'] as const;
export type Linkage = (typeof LINKAGES)[number];

/** `extra.metric` of a frame is a place in this list; l1, cityblock and l2, minkowski are other names of manhattan and euclidean. */
export const METRICS = ['euclidean', 'manhattan', 'chebyshev', 'cosine', 'l1', 'l2', 'cityblock', 'minkowski'] as const;
export type Metric = (typeof METRICS)[number];
