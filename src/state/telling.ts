import { problemOf } from './problem-of.ts';
import type { useRun } from './run.ts';

/**
 * Writes into the stores what has come of a run. Whoever hears of it there and throws (a chart that cannot draw) is at fault, not the
 * run: it goes on, and a notice says what failed until a picture is shown again.
 */
export class Telling {
  readonly #run: typeof useRun;
  #notice: string | null = null;

  constructor(run: typeof useRun) {
    this.#run = run;
  }

  /** A whole picture, or the way back to one. */
  picture(write: () => void): void {
    if (!this.anything(write) || this.#notice === null) return;
    if (this.#run.getState().notice === this.#notice) this.#run.setState({ notice: null });
    this.#notice = null;
  }

  /** What a picture has besides. Returns whether everybody bore it. */
  anything(write: () => void): boolean {
    try {
      write();
      return true;
    } catch (error) {
      console.error(error);
      this.#notice = `The picture could not be shown: ${problemOf(error).problem}. The run is not affected.`;
      this.#run.setState({ notice: this.#notice });
      return false;
    }
  }
}
