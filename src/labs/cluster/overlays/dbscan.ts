import { CROSS, FILLED, HOLLOW } from '../../../charts/stage/overlay-types.ts';
import { setting } from '../../../engine/spec/words.ts';
import { choiceOf, discAround, normPower, present, segmentsOf } from './marks.ts';
import { nothing, type Overlay, type OverlayStep } from './overlay.ts';

/** How each state of a row is drawn: not visited, noise so far, border, core. */
const KINDS = [FILLED, CROSS, HOLLOW, FILLED];

interface Visit {
  readonly eps: number;
  readonly metric: number;
  readonly p: number;
  /** The row that this step visits, or -1. */
  readonly row: number;
  readonly neighbours: Int32Array;
  readonly frontier: Int32Array;
  readonly state: Uint8Array;
}
const visitOf = ({ frame }: OverlayStep) => frame.extra as unknown as Visit;

function epsDisc(step: OverlayStep, row: number, look: 'filled' | 'dashed') {
  const { eps, metric, p } = visitOf(step);
  const power = normPower(choiceOf('DBSCAN', 'metric', metric), p);
  const slot = step.slotOf(step.frame.labels[row]!);
  return discAround(step.scene, [step.x[row]!, step.y[row]!], eps, slot, look, power);
}

/** The row nearest to the middle of the picture's rows. */
function middleRow({ x, y }: OverlayStep): number {
  const [mx, my] = [x, y].map((values) => values.reduce((sum, v) => sum + v, 0) / values.length);
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < x.length; row++) {
    const distance = Math.hypot(x[row]! - mx!, y[row]! - my!);
    if (distance < least) [best, least] = [row, distance];
  }
  return best;
}

/**
 * The row that is visited with its eps disc (or lines to its neighbours, where eps is no disc in the picture), the frontier,
 * and what is core, border and noise. Between visits the disc stays at the row of the hand, or in the middle.
 */
export const dbscan: Overlay = {
  draw(step) {
    const { x, y, frame } = step;
    const { eps, row, neighbours, frontier, state } = visitOf(step);
    const visits = row >= 0;
    const around = visits ? row : (step.pinned ?? middleRow(step));
    const disc = around >= 0 ? epsDisc(step, around, visits ? 'filled' : 'dashed') : null;
    const others = visits && !disc ? neighbours.filter((other) => other !== row) : new Int32Array(0);
    const slot = visits ? step.slotOf(frame.labels[row]!) : -1;
    const links = segmentsOf(
      others.length,
      'thin',
      () => slot,
      (i) => [x[row]!, y[row]!, x[others[i]!]!, y[others[i]!]!],
    );
    return {
      ...nothing,
      discs: present([disc]),
      segments: others.length > 0 ? [links] : [],
      rings: [
        { rows: frontier, look: 'waiting' },
        { rows: visits ? Int32Array.of(row) : new Int32Array(0), look: 'now' },
      ],
      kinds: Uint8Array.from(state, (one) => KINDS[one]!),
      handle: disc && { disc, name: 'Disc radius', value: eps, text: `eps ${setting(eps)}` },
      knob: disc && { param: 'eps', unit: disc.rx / eps, row: around },
      legend: [
        { mark: 'filled', words: 'core' },
        { mark: 'hollow', words: 'border' },
        { mark: 'cross', words: 'noise' },
        { mark: 'now', words: 'visited now' },
        { mark: 'waiting', words: 'frontier' },
        disc ? { mark: 'disc', words: 'within eps (drag its rim)' } : { mark: 'thin', words: 'within eps' },
      ],
    };
  },
  around: (step, row) => ({ disc: epsDisc(step, row, 'filled'), path: [], rows: [] }),
};
