import { vectorDot } from '../../numeric/dots.ts';

/** Rows that are summed up: how many, their sum, the sum of their squared lengths; the centre of each and its squared length. */
export class Entries {
  count = 0;
  sizes = new Float64Array(64);
  squares = new Float64Array(64);
  norms = new Float64Array(64);
  sums: Float64Array;
  centers: Float64Array;

  constructor(readonly d: number) {
    this.sums = new Float64Array(64 * d);
    this.centers = new Float64Array(64 * d);
  }

  /** A new entry that sums up nothing yet. */
  add(): number {
    if (this.count === this.sizes.length) this.grow();
    return this.count++;
  }

  /** A new entry for one point, which starts at `data[at]`; `square` is its squared length. */
  addPoint(data: Float64Array, at: number, square: number): number {
    const entry = this.add();
    const point = data.subarray(at, at + this.d);
    this.sizes[entry] = 1;
    this.squares[entry] = square;
    this.norms[entry] = square;
    this.sums.set(point, entry * this.d);
    this.centers.set(point, entry * this.d);
    return entry;
  }

  /** Adds what is summed up elsewhere: `size` rows with that sum (from `sums[at]` on) and those squares. */
  take(entry: number, size: number, sums: Float64Array, at: number, square: number): void {
    const { d, centers } = this;
    this.sizes[entry]! += size;
    this.squares[entry]! += square;
    for (let f = 0, to = entry * d; f < d; f++, to++) {
      this.sums[to]! += sums[at + f]!;
      centers[to] = this.sums[to]! / this.sizes[entry]!;
    }
    this.norms[entry] = vectorDot(centers, entry * d, centers, entry * d, d);
  }

  /** The root of the mean squared distance from the centre; rounding can make the square negative. */
  radius(entry: number): number {
    return Math.sqrt(Math.max(0, this.squares[entry]! / this.sizes[entry]! - this.norms[entry]!));
  }

  private grow(): void {
    const longer = (values: Float64Array) => {
      const copy = new Float64Array(2 * values.length);
      copy.set(values);
      return copy;
    };
    this.sizes = longer(this.sizes);
    this.squares = longer(this.squares);
    this.norms = longer(this.norms);
    this.sums = longer(this.sums);
    this.centers = longer(this.centers);
  }
}
