/** A place on an axis of a sweep. */
export interface SweepPlace {
  /** As it is written at the axis. */
  readonly label: string;
  /** null: a word, which has its place by its order alone. */
  readonly value: number | null;
}

export interface SweepAxis {
  readonly title: string;
  readonly places: readonly SweepPlace[];
  readonly log: boolean;
}

/** One curve of a line chart. */
export interface SweepLine {
  readonly title: string;
  /** One a place; null where it is not known or not defined. */
  readonly values: readonly (number | null)[];
  /** From low to high around the curve, one a place. */
  readonly band: readonly (readonly [number, number] | null)[] | null;
  /** Half the length of an error bar, one a place. */
  readonly errors: readonly (number | null)[] | null;
  /** The ends of its axis whatever the values, where it has them. */
  readonly range: readonly [number | null, number | null];
  /** What stands at its axis; without it the number. */
  readonly tick?: ((value: number) => string) | undefined;
}

/** A line across the chart at a value of the x axis. */
export interface SweepMark {
  readonly at: number;
  readonly label: string;
}

export interface SweepLinesData {
  readonly x: SweepAxis;
  readonly left: SweepLine;
  readonly right: SweepLine | null;
  readonly marks: readonly SweepMark[];
  /** Places whose run failed. */
  readonly failed: readonly boolean[];
  readonly best: number | null;
  /** The place that is walked to. */
  readonly cursor: number | null;
  readonly label: string;
  /** What is said of a place: for screen readers. */
  words(place: number): string;
}

export interface SweepHeatData {
  readonly x: SweepAxis;
  readonly y: SweepAxis;
  /** columns × rows, row after row. */
  readonly values: readonly (number | null)[];
  readonly failed: readonly boolean[];
  /** The ends of the colour scale. */
  readonly range: readonly [number, number];
  /** From the low end to the high end. */
  readonly colors: readonly string[];
  readonly best: number | null;
  readonly cursor: number | null;
  readonly label: string;
  format(value: number): string;
  words(cell: number): string;
}

export interface WalkCallbacks {
  /** The pointer or the keys came to a place (a cell: column + row · columns); null: they left. */
  onWalk(place: number | null): void;
  /** A click, or Enter. */
  onPick(place: number): void;
}
