/** Whether the set of exemplars has stood still for long enough. Remembers, for each row, the last `window` rounds. */
export class Convergence {
  private readonly history: Uint8Array;
  private readonly counts: Int32Array;
  private round = 0;
  /** Exemplars after the last round. */
  exemplars = 0;
  /** Rows that have not been exemplars, or not been others, in all rounds of the window. */
  unsettled: number;

  constructor(
    private readonly n: number,
    private readonly window: number,
  ) {
    this.history = new Uint8Array(n * window);
    this.counts = new Int32Array(n);
    this.unsettled = n;
  }

  /** Takes in one round. True where no row has changed sides in the whole window, there is an exemplar, and the window is past. */
  settledAfter(isExemplar: (row: number) => boolean): boolean {
    const { n, window, history, counts } = this;
    const slot = (this.round % window) * n;
    this.exemplars = 0;
    this.unsettled = 0;
    for (let k = 0; k < n; k++) {
      const now = isExemplar(k) ? 1 : 0;
      counts[k]! += now - history[slot + k]!;
      history[slot + k] = now;
      this.exemplars += now;
      if (counts[k] !== 0 && counts[k] !== window) this.unsettled++;
    }
    this.round++;
    return this.round > window && this.unsettled === 0 && this.exemplars > 0;
  }
}
