import type { Sweep, Task } from '../../engine/spec/sweep.ts';
import type { Cell } from '../../worker/api.ts';
import { Cancelled } from '../../worker/errors.ts';
import type { Problem } from '../problems.ts';
import type { SweepRunState, SweepStatus } from './runs.ts';

export interface Asked {
  readonly sweep: Sweep;
  readonly tasks: readonly Task[];
  /** What each task is, whatever sweep it is of. */
  readonly keys: readonly string[];
  /** What is known of each. */
  readonly cells: (Cell | undefined)[];
  /** Seconds that what is missing would take. */
  readonly estimate: number;
}

/** So long a sweep that has just begun leaves the page as it was: a short one is drawn once, with all of its cells. */
const BLANK_MS = 80;
/** What is known is shown so often; of a large sweep, whose picture takes longer, more seldom. */
const SHOW_MS = 120;
const SHOW_LARGE_MS = 300;
const LARGE = 1000;

/** A sweep that was asked for. What comes of it is shown now and then, not with every message: drawing takes the workers' time. */
export class Board {
  readonly asked: Asked;
  done: number;
  left: number | null = null;
  /** Whether a cell has come. */
  hasNews = false;
  readonly #controller = new AbortController();
  readonly #set: (state: Partial<SweepRunState>) => void;
  #isBlank = true;
  #isFirst = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(asked: Asked, set: (state: Partial<SweepRunState>) => void) {
    this.asked = asked;
    this.done = asked.cells.filter((cell) => cell && !cell.isAwaited).length;
    this.#set = set;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  isRunning(): boolean {
    return this.#timer !== undefined;
  }

  /** Shows what is known again and again, until something else is shown than that it runs. */
  keepShowing(): void {
    const pause = this.asked.tasks.length > LARGE ? SHOW_LARGE_MS : SHOW_MS;
    const show = () => {
      this.#timer = setTimeout(show, pause);
      this.show('running');
    };
    this.#timer = setTimeout(show, BLANK_MS);
  }

  show(status: SweepStatus, problem: Problem | null = null): void {
    if (status !== 'running') this.#stop();
    if (this.#isFirst && this.hasNews) {
      this.#isFirst = false;
      mark('first');
    }
    const { sweep, tasks, cells, estimate } = this.asked;
    const { done, left } = this;
    const blank = this.#isBlank && { agreements: new Map() };
    this.#isBlank = false;
    this.#set({ sweep, tasks, cells: cells.slice(), estimate, done, left, status, problem, ...blank });
  }

  /** Ends its work. */
  end(): void {
    this.#stop();
    this.#controller.abort(new Cancelled());
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** Marks for the bench: when a sweep was asked for, when its first cells were there to be drawn, when all were. */
export function mark(detail: 'start' | 'first' | 'end'): void {
  if (detail === 'start') performance.clearMarks(MARK);
  performance.mark(MARK, { detail });
}
const MARK = 'clusterscope:sweep';
