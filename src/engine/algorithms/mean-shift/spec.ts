import type { AlgorithmSpec } from '../../spec/algorithm.ts';
import type { PythonPiece } from '../../spec/dataset.ts';
import { withoutDefaults } from '../../spec/defaults.ts';
import { bool, int, type ParamSpecs, real } from '../../spec/kinds.ts';
import { pythonCall } from '../../spec/python-values.ts';
import type { Params } from '../../types.ts';
import { narrate } from './narrate.ts';
import { why } from './why.ts';

const params = {
  bandwidth: real({
    raising: 'fewer clusters',
    default: null,
    or: [null],
    above: 0,
    slider: [0.05, 5],
    scale: 'log',
    redo: 'fit',
    doc: 'The radius of the window in which a seed looks for points. Empty: estimated from the points.',
  }),
  quantile: real({
    raising: 'fewer clusters',
    default: 0.3,
    min: 0,
    max: 1,
    slider: [0.01, 1],
    redo: 'fit',
    when: { bandwidth: [null] },
    doc: 'Of scikit-learn’s estimate_bandwidth: the share of all points that the window of a point should hold on average.',
  }),
  bin_seeding: bool({
    default: false,
    redo: 'fit',
    doc: 'Start from the cells of a grid as wide as the bandwidth, not from every point: fewer seeds, much faster.',
  }),
  min_bin_freq: int({
    default: 1,
    min: 1,
    slider: [1, 20],
    redo: 'fit',
    when: { bin_seeding: [true] },
    doc: 'Only cells with at least so many points become seeds.',
  }),
  cluster_all: bool({
    default: true,
    redo: 'fit',
    doc: 'Every point joins its nearest mode. Otherwise points beyond the bandwidth of every mode are noise.',
  }),
  max_iter: int({
    default: 300,
    min: 0,
    slider: [0, 300],
    redo: 'fit',
    advanced: true,
    doc: 'How many steps a seed may climb. Even 0 allows one.',
  }),
} satisfies ParamSpecs;

/** `quantile` is a parameter of estimate_bandwidth, not of MeanShift. */
function python({ quantile, ...given }: Params): PythonPiece {
  const call = pythonCall('MeanShift', params, withoutDefaults(params, given));
  if (given.bandwidth !== null || quantile === params.quantile.default) {
    return { imports: ['from sklearn.cluster import MeanShift'], lines: [`model = ${call}`] };
  }
  return {
    imports: ['from sklearn.cluster import MeanShift', 'from sklearn.cluster import estimate_bandwidth'],
    lines: [
      `bandwidth = estimate_bandwidth(X, quantile=${quantile})`,
      `model = ${call.replace('(', '(bandwidth=bandwidth, ').replace(', )', ')')}`,
    ],
  };
}

/** `AlgorithmSpec` of scikit-learn's MeanShift; `quantile` is that of its `estimate_bandwidth`. */
export const spec: AlgorithmSpec = {
  id: 'MeanShift',
  title: 'Mean-Shift',
  summary:
    'Lets seeds climb to where the points are densest; each peak is a cluster, and their number is found, not given.',
  href: 'https://scikit-learn.org/stable/modules/generated/sklearn.cluster.MeanShift.html',
  params,
  python,
  score: 'seeds still climbing',
  narrate,
  why,
};
