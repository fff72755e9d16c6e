import { MAX_SEED } from './validate.ts';

/** A random seed, for a `random_state` of null: another one for every run. */
export const freshSeed = (): number => Math.floor(Math.random() * (MAX_SEED + 1));
