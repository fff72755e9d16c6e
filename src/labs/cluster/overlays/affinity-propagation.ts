import type { Frame } from '../../../engine/types.ts';
import { segmentsOf } from './marks.ts';
import { nothing, type Overlay } from './overlay.ts';

/** The row that a row is tied to: its exemplar, or, while there is none at all, the one that it would choose by the messages. */
function tieOf({ labels, extra }: Frame): (row: number) => number | undefined {
  const exemplars = extra.exemplars as Int32Array;
  const chosen = extra.best as Int32Array | undefined;
  return exemplars.length > 0 ? (row) => exemplars[labels[row]!] : (row) => chosen?.[row];
}

/** Spokes from the rows to their exemplars; those themselves are the centres. Before there are any, grey ones to the rows that they would choose. */
export const affinityPropagation: Overlay = {
  centersJump: true,
  draw(step) {
    const { x, y, frame } = step;
    const exemplarOf = tieOf(frame);
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
        { mark: 'thin', words: 'its points (grey: who would choose it)' },
      ],
    };
  },

  around(step, row) {
    // The result has no messages of its own: those of the last round led to it.
    const rounds = step.frames.slice(0, step.index + 1).filter(({ extra }) => extra.candidates !== undefined);
    const candidates = rounds.at(-1)?.extra.candidates as Int32Array | undefined;
    const each = candidates ? candidates.length / step.x.length : 0;
    // n × c rows, each row's best candidates first, -1 for none.
    const rows = Array.from(candidates?.subarray(row * each, (row + 1) * each) ?? []);
    return { disc: null, path: [], rows: rows.filter((other) => other >= 0 && other !== row) };
  },
};
