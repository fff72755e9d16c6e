/** numpy's legacy generator. */
export class RandomState {
  readonly seed: number;
  constructor(seed: number) {
    this.seed = seed;
  }
}
