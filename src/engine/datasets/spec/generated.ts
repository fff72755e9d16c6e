import type { Noun } from '../../spec/algorithm.ts';
import type { DatasetSpec } from '../../spec/dataset.ts';
import { type BoolParam, bool, type IntParam, int } from '../../spec/kinds.ts';

/** The largest table that a generator makes: with more the page would only stall. */
export const MOST_ROWS = 1_000_000;

export const point: Noun = { one: 'point', many: 'points' };

/** What the specs of all generated datasets have in common. */
export const generated = { noun: point, generated: true, rows: null, fullScale: null } satisfies Partial<DatasetSpec>;

/** The bounds and the slider of every `n_samples`. */
export const sampleBounds = { min: 1, max: MOST_ROWS, slider: [10, 2000], redo: 'fit' } as const;

/** `n_samples` where only one count is taken. */
export const samples = (start: number): IntParam =>
  int({ default: start, ...sampleBounds, doc: 'The number of points.' });

/** `shuffle`, the same everywhere. */
export const shuffle: BoolParam = bool({
  default: true,
  redo: 'fit',
  advanced: true,
  doc: 'Whether the points come in a random order. Without it they come class by class, which shows where only the first rows are taken.',
});
