import type { FitContext } from '../../fit.ts';
import { plainRows } from '../../numeric/matrix.ts';
import { type Frame, type Matrix, NOISE, type Params, UNASSIGNED } from '../../types.ts';
import { best, topCandidates } from './candidates.ts';
import type { Convergence } from './convergence.ts';
import { type Assignment, assign, currentExemplars, netSimilarity } from './exemplars.ts';
import type { Messages } from './messages.ts';
import { ENDINGS, type Ending } from './warnings.ts';

/** Up to so many rows a frame keeps the messages of each row's best candidates, not only which one is best. */
const MOST_ROWS_WITH_MESSAGES = 1000;

type Extra = Frame['extra'];

/** Makes the frames of a run, where they are wanted; what they hold stands at the top of spec.ts. */
export class FrameMaker {
  private step = 0;
  private iteration = 0;
  /** The exemplar of each row in the last frame; -1 for none. */
  private before: Int32Array;
  private readonly common: Extra;

  constructor(
    private readonly X: Matrix,
    private readonly S: Float64Array,
    params: Params,
    preference: number,
    private readonly context: FitContext,
  ) {
    this.before = new Int32Array(X.rows).fill(-1);
    const numbers = ['damping', 'max_iter', 'convergence_iter'].map((name) => [name, params[name] as number]);
    this.common = { ...Object.fromEntries(numbers), preference };
  }

  /** Before the first round. */
  init(): Frame | null {
    if (!this.context.wantsFrame()) return null;
    return this.make('init', this.unassigned(UNASSIGNED), { ending: -1 }, null);
  }

  *iterated(messages: Messages, convergence: Convergence, iteration: number): Generator<null, Frame | null, void> {
    this.step++;
    this.iteration = iteration;
    if (!this.context.wantsFrame()) return null;
    const n = this.X.rows;
    const exemplars = currentExemplars(messages);
    const extra = { ending: -1, unsettled: convergence.unsettled, ...(yield* this.messagesOf(messages)) };
    if (exemplars.length === 0) return this.make('messages', this.unassigned(UNASSIGNED), extra, null);
    const assignment = { exemplars, labels: assign(this.S, n, exemplars) };
    return this.make('messages', assignment, extra, netSimilarity(this.S, n, assignment));
  }

  result(assignment: Assignment, ending: Ending): Frame | null {
    this.step++;
    if (!this.context.wantsFrame(true)) return null;
    const { exemplars, labels } = assignment;
    const score = exemplars.length === 0 ? null : netSimilarity(this.S, this.X.rows, assignment);
    return this.make('result', { exemplars, labels: labels.slice() }, { ending: ENDINGS.indexOf(ending) }, score);
  }

  private *messagesOf(messages: Messages): Generator<null, Extra, void> {
    return this.X.rows <= MOST_ROWS_WITH_MESSAGES ? topCandidates(messages) : { best: yield* best(messages) };
  }

  private unassigned(label: number): Assignment {
    return { exemplars: new Int32Array(0), labels: new Int32Array(this.X.rows).fill(label) };
  }

  private make(phase: string, { exemplars, labels }: Assignment, extra: Extra, score: number | null): Frame {
    const exemplarOf = labels.map((label) => (label === UNASSIGNED || label === NOISE ? -1 : exemplars[label]!));
    const changed = Int32Array.from(labels.keys()).filter((i) => exemplarOf[i] !== this.before[i]);
    this.before = exemplarOf;
    return {
      step: this.step,
      phase,
      labels,
      changed,
      centers: exemplars.length > 0 ? plainRows(this.X, exemplars) : null,
      score,
      extra: { ...this.common, iteration: this.iteration, exemplars: exemplars.slice(), ...extra },
    };
  }
}
