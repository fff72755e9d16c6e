/** scikit-learn with one type of numbers: what it is asked, and how many times as fast we must be. */
const against = (dtype, ratio, ask) => ({ dtype, ratio, ask });
const kmeans = (k) => ['fit', 'KMeans', { n_clusters: k, random_state: 42 }];
const miniBatch = ['fit', 'MiniBatchKMeans', { n_clusters: 10, random_state: 42, batch_size: 1024 }];

/** What is measured, in the order in which it is printed. `ours` is asked of bench/images/page.ts, `ask` of beside.py. */
export const rows = [
  {
    title: 'KMeans k = 10',
    ours: kmeans(10),
    theirs: [against('float64', 8, 'kmeans 10'), against('float32', 4, 'kmeans 10')],
  },
  { title: 'KMeans k = 64', ours: kmeans(64), theirs: [against('float32', 3, 'kmeans 64')] },
  { title: 'KMeans k = 256', ours: kmeans(256), theirs: [against('float32', 3, 'kmeans 256')] },
  { title: 'k-means++ k = 10', ours: ['seed', 10], theirs: [against('float32', 2, 'seed 10')] },
  { title: 'k-means++ k = 256', ours: ['seed', 256], theirs: [against('float32', 6, 'seed 256')] },
  { title: 'MiniBatchKMeans k = 10', ours: miniBatch, theirs: [against('float32', 2, 'mini_batch 10')] },
  { title: 'silhouette of 10,000', ours: ['score'], theirs: [against('float32', 2, 'silhouette 10')] },
  { title: 'PCA to 2', ours: ['project'], theirs: [against('float32', 0.5, 'pca 2')] },
];

/** Printed beside the rows, with nothing to be held against. */
export const more = [
  { title: 'KMeans k = 10, new worker', isFresh: true, ours: kmeans(10) },
  { title: 'KMeans k = 10, with its timeline', ours: ['watched', ...kmeans(10).slice(1)] },
  { title: 'MiniBatchKMeans, new worker', isFresh: true, ours: miniBatch },
];
