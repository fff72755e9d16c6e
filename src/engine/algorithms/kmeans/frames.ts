import type { FitContext } from '../../fit.ts';
import { changedRows } from '../../numeric/changed-rows.ts';
import { type Frame, type Matrix, UNASSIGNED } from '../../types.ts';
import { ENDING } from './ending.ts';
import type { Ground } from './ground.ts';
import { NONE, type Observer, type Run, sameLabels } from './run.ts';

/** Makes frames of the steps of one run, where they are wanted; asks once a step, and says which is the last. */
export class FrameMaker implements Observer {
  private step = 0;
  /** Of the frame before: one that follows shares what is still the same. */
  private labels: Int32Array | null = null;
  private centers: Float64Array | null = null;

  constructor(
    private readonly ground: Ground,
    private readonly context: FitContext,
    /** Goes into every frame's `extra`: which run of how many is shown, … */
    private readonly common: Readonly<Record<string, number>>,
  ) {}

  /** The centres as seeded, before any row is assigned. `seeds`: the rows that they were taken from. */
  seeded(centers: Float64Array, seeds: Int32Array): Frame {
    const labels = new Int32Array(this.ground.n).fill(UNASSIGNED);
    return this.make('init', {
      labels,
      changed: new Int32Array(0),
      centers,
      score: null,
      extra: { iteration: 0, seeds },
    });
  }

  assigned(run: Run, last: boolean): Frame | null {
    return this.ifWanted(last, () => {
      const changed = changedRows(run.labels, run.previous);
      return this.make('assign', { ...this.stateOf(run), changed });
    });
  }

  updated(run: Run, last: boolean): Frame | null {
    return this.ifWanted(last, () => {
      const { extra, ...state } = this.stateOf(run);
      const moved = {
        shift: run.shift.map((distance) => distance * this.ground.unit),
        relocated: run.relocated.slice(),
      };
      return this.make('update', { ...state, changed: NONE.slice(), extra: { ...extra, ...moved } });
    });
  }

  private ifWanted(last: boolean, make: () => Frame): Frame | null {
    this.step++;
    return this.context.wantsFrame(last) ? make() : null;
  }

  private stateOf(run: Run) {
    const { labels, centers, iteration, ending } = run;
    return {
      labels: this.labelsLike(labels),
      centers,
      score: this.inertiaOf(run),
      extra: { iteration, ending: ending === null ? 0 : ENDING[ending] },
    };
  }

  private labelsLike(labels: Int32Array): Int32Array {
    if (!this.labels || !sameLabels(this.labels, labels)) this.labels = labels.slice();
    return this.labels;
  }

  private centersLike(centers: Float64Array): Float64Array {
    const outward = this.ground.outward(centers);
    if (!this.centers?.every((value, at) => value === outward[at])) this.centers = outward;
    return this.centers!;
  }

  private inertiaOf(run: Run): number {
    const steps = this.ground.inertia(run);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  private make(phase: string, state: Omit<Frame, 'step' | 'phase' | 'centers'> & { centers: Float64Array }): Frame {
    const { k, d } = this.ground;
    const centers: Matrix = { data: this.centersLike(state.centers), rows: k, cols: d };
    return { ...state, step: this.step, phase, centers, extra: { ...this.common, ...state.extra } };
  }
}
