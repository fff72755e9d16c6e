import type { FitContext } from '../../fit.ts';
import { type Frame, type Matrix, UNASSIGNED } from '../../types.ts';
import { type Affinity, degreesOf } from './affinity.ts';
import type { Discrete } from './discretize.ts';
import { strongestEdges } from './edges.ts';
import type { Embedding } from './embedding.ts';
import type { Options } from './options.ts';

type Extra = Frame['extra'];
const NONE = new Int32Array(0);

/** Makes the frames of a run, where they are wanted; what they hold stands at the top of spec.ts. */
export class FrameMaker {
  private step = 0;
  private labels: Int32Array;
  private places: Matrix = { data: new Float64Array(0), rows: 0, cols: 0 };
  private readonly common: Extra;

  constructor(
    private readonly X: Matrix,
    { clusters, gamma, neighbours, affinity }: Options,
    private readonly context: FitContext,
  ) {
    this.labels = new Int32Array(X.rows).fill(UNASSIGNED);
    this.common =
      affinity === 'rbf' ? { n_clusters: clusters, gamma } : { n_clusters: clusters, n_neighbors: neighbours };
  }

  /** The graph, before anything is computed from it. */
  *graph(affinity: Affinity): Generator<null, Frame | null, void> {
    if (!this.context.wantsFrame()) return null;
    const { edges, weights } = yield* strongestEdges(affinity, this.X);
    const degrees = yield* degreesOf(affinity);
    return this.make('graph', this.labels.slice(), null, { edges, weights, degrees });
  }

  embedded({ coordinates, eigenvalues }: Embedding): Frame | null {
    this.step++;
    this.places = coordinates;
    if (!this.context.wantsFrame()) return null;
    return this.make('embed', this.labels.slice(), null, { ...this.embedding(), eigenvalues: eigenvalues.slice() });
  }

  /** A step of k-means, from its own frame. */
  clustered({ phase, labels, centers, score, extra, step }: Frame): Frame {
    const { runs, run, iteration, ending, relocated } = extra;
    const known = Object.entries({ runs, run, iteration, ending, relocated }).filter(
      ([, value]) => value !== undefined,
    );
    const own = { ...this.embedding(), embedding_centers: centers!.data, ...Object.fromEntries(known) };
    return this.make(phase, labels, score, own as Extra, this.step + step + 1);
  }

  turned({ labels, gap, iteration, rotation }: Discrete, last: boolean): Frame | null {
    this.step++;
    if (!this.context.wantsFrame(last)) return null;
    const own = { iteration, ending: last ? 1 : 0, rotation: rotation.slice() };
    return this.make('discretize', labels.slice(), gap, { ...this.embedding(), ...own });
  }

  pivoted(labels: Int32Array, pivots: Int32Array): Frame | null {
    this.step++;
    if (!this.context.wantsFrame(true)) return null;
    return this.make('cluster_qr', labels.slice(), null, { ...this.embedding(), pivots: pivots.slice() });
  }

  private embedding(): Extra {
    const { data, cols } = this.places;
    return { embedding: data.slice(), components: cols, axes: axesToShow(this.places) };
  }

  private make(phase: string, labels: Int32Array, score: number | null, extra: Extra, step = this.step): Frame {
    const before = this.labels;
    const changed =
      phase === 'init' ? NONE.slice() : Int32Array.from(labels.keys()).filter((i) => labels[i] !== before[i]);
    this.labels = labels.slice();
    return { step, phase, labels, changed, centers: null, score, extra: { ...this.common, ...extra } };
  }
}

/** Up to three columns of the embedding, the first ones that tell rows apart: of a graph in one piece the first column does not. */
function axesToShow({ data, rows, cols }: Matrix): Int32Array {
  const axes: number[] = [];
  for (let j = 0; j < cols && axes.length < 3; j++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < rows; i++) {
      low = Math.min(low, data[i * cols + j]!);
      high = Math.max(high, data[i * cols + j]!);
    }
    if (high - low > 1e-6 * Math.max(Math.abs(low), Math.abs(high))) axes.push(j);
  }
  return Int32Array.from(axes.length > 0 ? axes : [0]);
}
