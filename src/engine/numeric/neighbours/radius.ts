/** Finds the rows within one radius (inclusive) of a row. Rows are numbered as they were given; what it lists is in no set order. */
export interface RadiusIndex {
  readonly n: number;
  /** Writes the rows within the radius of a row (itself included) to `out`, which has room for n; returns how many. */
  within(row: number, out: Int32Array): number;
  /** At least `least` rows lie within the radius of the row, itself included. */
  reaches(row: number, least: number): boolean;
  /**
   * As `within`, but each row is handed out once: what was taken is gone for every later `take`, so that all takes together
   * cost little more than one pass. `within` and `reaches` still see every row.
   */
  take(row: number, out: Int32Array): number;
}
