import { many } from '../many.ts';
import { createBatch } from './batch.ts';

/** Those that take part, on the dataset at hand. */
export const multiples = createBatch((recipe, options) => many().run(recipe, options));

/** The grid's, on datasets of its own. */
export const gridRuns = createBatch((recipe, options) => many().run(recipe, options));

/** Numbers of labels that the frames of one run may hold together: 2 MB. */
const MOST_LABELS = 500_000;
/** As many as a player of a few seconds can show. */
const MOST_FRAMES = 100;

/** How many frames a run on so many rows may have. */
export const framesFor = (rows: number) =>
  Math.max(2, Math.min(MOST_FRAMES, Math.floor(MOST_LABELS / Math.max(1, rows))));
