import type { Helpers } from './kernels/helpers.ts';
import type { RandomState } from './numeric/random-state.ts';
import type { Fitted, Frame, Matrix, Params } from './types.ts';

/** What a fit is given besides points and parameters. */
export interface FitContext {
  /** The seeded source of random numbers. */
  readonly random: RandomState;
  /**
   * Whether somebody would look at a frame now. A fit builds none when this says no, so that it pays nothing for them.
   * @param last true when the fit knows that this step is its last: a timeline always keeps the last one.
   */
  wantsFrame(last?: boolean): boolean;
}

/**
 * A fit as a generator. It yields after each step or block of work: a frame where one is wanted, else null, so that the
 * caller can stop, slice or cancel it between two yields. `params` are complete (defaults filled in) and valid by the spec;
 * what depends on the data (more clusters than rows) is thrown as a RecipeError naming `params.…`.
 */
export type Fit = (X: Matrix, params: Params, context: FitContext) => Generator<Frame | null, Fitted, void>;

/** Between two blocks of work; a promise: the work cannot go on before it is kept. */
export type Pause = Promise<unknown> | null;
/** What a fit with helpers yields. */
export type Step = Frame | Pause;

/** A fit that shares its work with other threads: the same as without them, but for what it yields in between. */
export type HelpedFit = (
  X: Matrix,
  params: Params,
  context: FitContext,
  helpers: Helpers,
) => Generator<Step, Fitted, void>;

/**
 * The second half of a fit whose first half is kept in `fitted` (a merge tree): what is left to do when only parameters with
 * `redo: 'cut'` have changed since. Frames and errors are those of a whole fit.
 */
export type Cut = (
  fitted: Fitted,
  X: Matrix,
  params: Params,
  context: Pick<FitContext, 'wantsFrame'>,
) => Generator<Frame | null, Fitted, void>;

/** What a fit is given besides its random numbers where nobody looks at its steps. */
export const NOBODY_WATCHES: Pick<FitContext, 'wantsFrame'> = { wantsFrame: () => false };

/**
 * Fits of many parameters on the same rows that share their work: labels and errors are those of a whole fit, attributes only
 * those that cost nothing. It returns null where a whole fit is the better way.
 */
export type SharedFit = (params: Params) => Generator<null, Fitted | null, void>;

/** @param all complete, valid params: those that will be asked for */
export type Share = (X: Matrix, all: readonly Params[]) => SharedFit;
