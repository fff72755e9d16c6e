import { placeCenters } from '../picture/centers.ts';
import { segmentsOf } from './marks.ts';
import { nothing, type Overlay, type OverlayStep } from './overlay.ts';

/** Above this many rows lines to their centres would hide more than they show. */
const MOST_LINES = 400;

interface Batch {
  /** Rows, some more than once; and beside them the centre that each pulled. Absent before the first batch. */
  readonly batch?: Int32Array;
  readonly batchLabels?: Int32Array;
}
const batchOf = ({ frame }: OverlayStep) => frame.extra as unknown as Batch;

/** The rows of the batch, lit up, each with a line to the centre that it pulled. */
export const miniBatchKMeans: Overlay = {
  draw(step) {
    const { scene, frame, x, y } = step;
    const { batch = new Int32Array(0), batchLabels } = batchOf(step);
    const pulled = new Map(Array.from(batch, (row, i) => [row, batchLabels![i]!] as const));
    const rows = Int32Array.from(pulled.keys());
    const places = frame.centers && rows.length <= MOST_LINES ? placeCenters(scene, frame.centers, frame) : [];
    const pulls = places.length > 0 ? rows : new Int32Array(0);
    const lines = segmentsOf(
      pulls.length,
      'thin',
      (i) => step.slotOf(pulled.get(pulls[i]!)!),
      (i) => [x[pulls[i]!]!, y[pulls[i]!]!, ...places[pulled.get(pulls[i]!)!]!],
    );
    return {
      ...nothing,
      segments: pulls.length > 0 ? [lines] : [],
      // A batch of all rows lights up nothing.
      rings: [{ rows: rows.length < x.length ? rows : new Int32Array(0), look: 'lit' }],
      legend: [
        { mark: 'lit', words: 'in this batch' },
        { mark: 'thin', words: 'the centre it pulled' },
        { mark: 'way', words: 'the way a centre came' },
      ],
    };
  },
};
