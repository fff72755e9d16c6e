import { segmentsOf } from './marks.ts';
import { nothing, type Overlay, type OverlayStep } from './overlay.ts';

interface Messages {
  /** The row of each cluster's exemplar. */
  readonly exemplars: Int32Array;
  /** n × c: the rows that each row would choose now, best first; -1 for none. Only in rounds of few rows. */
  readonly candidates?: Int32Array;
}
const messagesOf = ({ frame }: OverlayStep) => frame.extra as unknown as Messages;

/** Spokes from the rows to their exemplars; those themselves are the centres. */
export const affinityPropagation: Overlay = {
  draw(step) {
    const { x, y, frame } = step;
    const { exemplars } = messagesOf(step);
    const exemplarOf = (row: number) => exemplars[frame.labels[row]!];
    const rows = Array.from(x.keys()).filter((row) => exemplarOf(row) !== undefined && exemplarOf(row) !== row);
    const spokes = segmentsOf(
      rows.length,
      'thin',
      (i) => step.slotOf(frame.labels[rows[i]!]!),
      (i) => [x[rows[i]!]!, y[rows[i]!]!, x[exemplarOf(rows[i]!)!]!, y[exemplarOf(rows[i]!)!]!],
    );
    return {
      ...nothing,
      segments: [spokes],
      legend: [
        { mark: 'center', words: 'exemplar, a point that stands for its cluster' },
        { mark: 'thin', words: 'a point and its exemplar' },
      ],
    };
  },

  around(step, row) {
    const { candidates } = messagesOf(step);
    const each = candidates ? candidates.length / step.x.length : 0;
    const rows = Array.from(candidates?.subarray(row * each, (row + 1) * each) ?? []);
    return { disc: null, path: [], rows: rows.filter((other) => other >= 0 && other !== row) };
  },
};
