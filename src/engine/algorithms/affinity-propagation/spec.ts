import type { AlgorithmSpec } from '../../spec/algorithm.ts';
import { bool, choice, int, real, seed } from '../../spec/kinds.ts';
import type { Params } from '../../types.ts';
import { narrate } from './narrate.ts';
import { why } from './why.ts';

/**
 * AffinityPropagation. Its frames: 'init' (before the first round), 'messages' (one a round), 'result'. A frame's labels are
 * positions in `extra.exemplars`, its centres those rows; UNASSIGNED while there is no exemplar. `extra` of every frame:
 *   exemplars    rows, ascending, that would choose themselves now
 *   iteration    rounds so far; damping, preference, max_iter, convergence_iter: numbers
 *   ending       -1 while it goes on, in the last frame a position in ENDINGS of warnings.ts
 * and of 'messages':
 *   best         n: the row that each row would choose now, exemplar or not (the spokes)
 *   unsettled    how many rows became or ceased to be exemplars within the last convergence_iter rounds
 *   candidates, responsibilities, availabilities: n × 3, of each row's three best, the best first, -1 where there is none;
 *                only up to 1,000 rows
 */
export const spec: AlgorithmSpec = {
  id: 'AffinityPropagation',
  title: 'Affinity Propagation',
  summary: 'Points send each other messages until some of them stand out as exemplars; how many is found, not given.',
  href: 'https://scikit-learn.org/1.9/modules/generated/sklearn.cluster.AffinityPropagation.html',
  params: {
    damping: real({
      default: 0.5,
      min: 0.5,
      below: 1,
      slider: [0.5, 0.99],
      redo: 'fit',
      doc: 'How much of its old value a message keeps in each round. Raise it where the exemplars come and go without end.',
    }),
    preference: real({
      default: null,
      or: [null],
      raising: 'more clusters',
      slider: [-100, 0],
      redo: 'fit',
      doc: 'How much each point would like to be an exemplar, on the scale of minus squared distances: the lower, the fewer clusters. Empty: the median similarity.',
    }),
    random_state: seed(),
    max_iter: int({
      default: 200,
      min: 1,
      slider: [1, 1000],
      scale: 'log',
      redo: 'fit',
      advanced: true,
      doc: 'The most rounds of messages.',
    }),
    convergence_iter: int({
      default: 15,
      min: 1,
      slider: [1, 50],
      redo: 'fit',
      advanced: true,
      doc: 'The exemplars are final when they have stood still for this many rounds.',
    }),
    affinity: choice({
      default: 'euclidean',
      of: ['euclidean'],
      redo: 'fit',
      advanced: true,
      doc: 'How similar two points are: minus their squared Euclidean distance. Precomputed similarities have no place in a recipe of points.',
    }),
    copy: bool({
      default: true,
      redo: 'picture',
      advanced: true,
      doc: 'Whether scikit-learn works on a copy of the similarities. It changes nothing here.',
    }),
    verbose: bool({
      default: false,
      redo: 'picture',
      advanced: true,
      doc: 'Whether scikit-learn prints how it goes. It changes nothing here.',
    }),
  },
  score: 'net similarity',
  renumbers: true,
  cost,
  narrate,
  why,
};

/** Three n × n matrices; all rounds, as though it did not converge. Measured with 500 to 2,000 rows on a small laptop's core. */
function cost(n: number, d: number, params: Params) {
  const rounds = params.max_iter as number;
  return { seconds: n * n * (SETUP + MULTIPLY * d + ROUND * rounds), bytes: 24 * n * n };
}

/** Seconds for each pair of rows: random noise and the median; one feature of a similarity; one round. */
const SETUP = 1e-7;
const MULTIPLY = 6e-9;
const ROUND = 9e-9;
