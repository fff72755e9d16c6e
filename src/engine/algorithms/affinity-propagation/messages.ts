/** Entries of the matrices looked at between two yields. */
const BLOCK_WORK = 2 ** 21;

/**
 * The messages that rows send each other: B. J. Frey, D. Dueck, "Clustering by passing messages between data points",
 * Science 315 (2007) 972–976. The responsibility of k for i says how well k would serve i as its exemplar beside all others;
 * the availability of k for i, how well i would do to choose k, seeing who else does.
 */
export class Messages {
  /** n × n, row i: of each k for i. */
  readonly responsibility: Float64Array;
  readonly availability: Float64Array;
  private readonly support: Float64Array;
  private readonly blockRows: number;

  /**
   * @param similarity n × n, the preferences on its diagonal
   * @param damping how much of the old messages stays
   */
  constructor(
    readonly n: number,
    readonly similarity: Float64Array,
    private readonly damping: number,
  ) {
    this.responsibility = new Float64Array(n * n);
    this.availability = new Float64Array(n * n);
    this.support = new Float64Array(n);
    this.blockRows = Math.max(1, Math.floor(BLOCK_WORK / n));
  }

  /** One round: responsibilities, then availabilities. */
  *send(): Generator<null, void, void> {
    const { n, blockRows } = this;
    this.support.fill(0);
    for (let start = 0; start < n; start += blockRows) {
      if (start > 0) yield null;
      this.sendResponsibilities(start, Math.min(start + blockRows, n));
    }
    for (let start = 0; start < n; start += blockRows) {
      if (blockRows < n) yield null;
      this.sendAvailabilities(start, Math.min(start + blockRows, n));
    }
  }

  /** Whether row k stands as an exemplar: whether it would choose itself. */
  isExemplar(k: number): boolean {
    const at = k * (this.n + 1);
    return this.availability[at]! + this.responsibility[at]! > 0;
  }

  /** r(i, k) = s(i, k) − the most that any other k' offers i; sums up who finds k better than all others. */
  private sendResponsibilities(from: number, to: number): void {
    const { n, similarity: S, responsibility: R, availability: A, support, damping } = this;
    const fresh = 1 - damping;
    for (let i = from; i < to; i++) {
      const row = i * n;
      let first = Number.NEGATIVE_INFINITY;
      let second = Number.NEGATIVE_INFINITY;
      let best = 0;
      for (let k = 0; k < n; k++) {
        const offer = A[row + k]! + S[row + k]!;
        if (offer > second) {
          if (offer > first) {
            second = first;
            first = offer;
            best = k;
          } else second = offer;
        }
      }
      for (let k = 0; k < n; k++) {
        const at = row + k;
        const value = R[at]! * damping + (S[at]! - (k === best ? second : first)) * fresh;
        R[at] = value;
        if (value > 0) support[k]! += value;
      }
      // A row's own responsibility counts even where it is negative.
      const own = R[row + i]!;
      if (own < 0) support[i]! += own;
    }
  }

  /** a(i, k) = min(0, the support of k without i's own); of itself, a(k, k) = the support of all others. */
  private sendAvailabilities(from: number, to: number): void {
    const { n, responsibility: R, availability: A, support, damping } = this;
    const fresh = 1 - damping;
    for (let i = from; i < to; i++) {
      const row = i * n;
      const self = row + i;
      const own = A[self]! * damping - (R[self]! - support[i]!) * fresh;
      for (let k = 0; k < n; k++) {
        const at = row + k;
        const lacking = Math.max(R[at]!, 0) - support[k]!;
        A[at] = A[at]! * damping - (lacking > 0 ? lacking * fresh : 0);
      }
      A[self] = own;
    }
  }
}
