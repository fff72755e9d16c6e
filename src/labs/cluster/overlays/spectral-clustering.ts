import { INK } from '../../../charts/stage/overlay-types.ts';
import type { Frame, Matrix } from '../../../engine/types.ts';
import { segmentsOf } from './marks.ts';
import { nothing, type Overlay, type OverlayStep } from './overlay.ts';

interface Graph {
  /** Pairs of rows, and how strong each is; only in the first frame. */
  readonly edges?: Int32Array;
  readonly weights?: Float64Array;
}
interface Embedding {
  /** n × components. */
  readonly embedding?: Float64Array;
  readonly components?: number;
  /** The columns worth showing. */
  readonly axes?: Int32Array;
  /** k × components, while k-means runs. */
  readonly embedding_centers?: Float64Array;
}

/** Ties weaker than this share of the strongest are not drawn: they hold nothing together. */
const FAINT = 0.02;

function edgesOf({ frames }: OverlayStep): [number, number][] {
  const { edges, weights } = (frames[0]?.extra ?? {}) as Graph;
  if (!edges || !weights) return [];
  const least = FAINT * weights.reduce((most, weight) => Math.max(most, weight), 0);
  return Array.from(weights.keys())
    .filter((e) => weights[e]! >= least)
    .map((e) => [edges[2 * e]!, edges[2 * e + 1]!]);
}

const matrix = (data: Float64Array, cols: number): Matrix => ({ data, rows: data.length / cols, cols });

/** Columns alike: one is (nearly) a multiple of the other, up to a shift. */
const ALIKE = 0.95;

function correlation(data: Float64Array, cols: number, a: number, b: number): number {
  const n = data.length / cols;
  let [ma, mb] = [0, 0];
  for (let i = 0; i < data.length; i += cols) {
    ma += data[i + a]! / n;
    mb += data[i + b]! / n;
  }
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < data.length; i += cols) {
    const [da, db] = [data[i + a]! - ma, data[i + b]! - mb];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return ab / (Math.sqrt(aa * bb) || 1);
}

/**
 * The first of the columns worth showing, and the first one that says anything else: where the graph falls apart in two, its
 * first two columns both only say which part a row is in. Where there is none any other column does.
 */
function axesOf(data: Float64Array, cols: number, shown: Int32Array): readonly [number, number] {
  const first = shown[0] ?? 0;
  const rest = shown.filter((column) => column !== first);
  const second = rest.find((column) => Math.abs(correlation(data, cols, first, column)) < ALIKE);
  return [first, second ?? rest[0] ?? (first === 0 ? 1 : 0)];
}

/** The graph's strongest ties: those within a cluster in its colour, those that are cut dashed. */
export const spectralClustering: Overlay = {
  draw(step) {
    const { x, y, frame } = step;
    const edges = edgesOf(step);
    const { labels } = frame;
    const isCut = ([a, b]: readonly [number, number]) => labels[a] !== labels[b];
    const [kept, cut] = [edges.filter((edge) => !isCut(edge)), edges.filter(isCut)];
    const at = ([a, b]: readonly [number, number]) => [x[a]!, y[a]!, x[b]!, y[b]!] as const;
    return {
      ...nothing,
      segments: [
        segmentsOf(
          kept.length,
          'thin',
          (i) => step.slotOf(labels[kept[i]![0]]!),
          (i) => at(kept[i]!),
        ),
        segmentsOf(
          cut.length,
          'dashed',
          () => INK,
          (i) => at(cut[i]!),
        ),
      ],
      legend: [
        { mark: 'thin', words: 'strongest ties of the graph' },
        { mark: 'dashed', words: 'ties that are cut' },
      ],
    };
  },

  around(step, row) {
    const rows = edgesOf(step).flatMap(([a, b]) => (a === row ? [b] : b === row ? [a] : []));
    return { disc: null, path: [], rows };
  },

  space(frame: Frame) {
    const { embedding, components = 0, axes, embedding_centers: centers } = frame.extra as Embedding;
    if (!embedding || components === 0) return null;
    return {
      coords: matrix(embedding, components),
      axes: axesOf(embedding, components, axes ?? new Int32Array(0)),
      centers: centers ? matrix(centers, components) : null,
    };
  },
};
