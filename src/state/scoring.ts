import type { Outcome } from '../worker/api.ts';
import type { Client } from '../worker/client.ts';
import { Superseded } from '../worker/errors.ts';
import { problemOf } from './problem-of.ts';
import type { useRun } from './run.ts';
import type { Telling } from './telling.ts';

/** The scores of what is shown, asked for once. */
export class Scoring {
  readonly #client: Pick<Client, 'score'>;
  readonly #run: typeof useRun;
  readonly #tell: Telling;
  #underWay = new AbortController();
  #scored: Outcome | null = null;
  #ms = 0;

  constructor(client: Pick<Client, 'score'>, run: typeof useRun, tell: Telling) {
    this.#client = client;
    this.#run = run;
    this.#tell = tell;
  }

  /** What the last scores took, in milliseconds. */
  get ms(): number {
    return this.#ms;
  }

  /** Another outcome is shown: nobody waits for the scores of the one before. */
  giveUp(): void {
    this.#underWay.abort(new Superseded());
  }

  /** Asks for the scores of the outcome that is shown. */
  async score(outcome: Outcome): Promise<void> {
    if (this.#scored === outcome) return;
    this.#scored = outcome;
    const controller = new AbortController();
    this.#underWay = controller;
    try {
      const started = performance.now();
      const scores = await this.#client.score(outcome, { signal: controller.signal });
      this.#ms = performance.now() - started;
      this.#tell.anything(() => this.#run.getState().shown === outcome && this.#run.setState({ scores }));
    } catch (error) {
      if (!controller.signal.aborted) this.#run.setState({ notice: `No scores: ${problemOf(error).problem}` });
    }
  }
}
