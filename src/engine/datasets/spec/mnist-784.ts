import type { DatasetSpec } from '../../spec/dataset.ts';

const WIDTH = 28;
/** OpenML's names: row by row, from 1. */
const pixelNames = Array.from({ length: WIDTH * WIDTH }, (_, i) => `pixel${i + 1}`);

export const mnist784: DatasetSpec = {
  id: 'mnist_784',
  title: 'MNIST digits',
  summary: '70,000 handwritten digits · 28 × 28 pixels · 10 digits known',
  noun: { one: 'digit', many: 'digits' },
  classNoun: 'digit',
  params: {},
  generated: false,
  featureNames: pixelNames,
  classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  rows: 70_000,
  fullScale: 255,
  image: { width: WIDTH, height: WIDTH },
  start: {
    scaler: 'unit',
    rows: 10_000,
    params: {
      KMeans: { n_clusters: 10, random_state: 42 },
      MiniBatchKMeans: { n_clusters: 10, random_state: 42 },
    },
  },
  python: () => ({
    imports: ['from sklearn.datasets import fetch_openml'],
    lines: [
      'X, y = fetch_openml("mnist_784", version=1, return_X_y=True, as_frame=False)',
      'X, y = X.astype(float), y.astype(int)',
    ],
  }),
};
