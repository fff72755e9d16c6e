import { createMany, type Many } from '../worker/many.ts';

let shared: Many | null = null;

/** The workers beside the stage's, which all labs share; they start when they are first asked for something. */
export function many(): Many {
  shared ??= createMany();
  return shared;
}
