import type { RandomState } from '../numeric/random-state.ts';
import { makeAniso } from './make/aniso.ts';
import { makeBlobs } from './make/blobs.ts';
import { makeCircles } from './make/circles.ts';
import type { Made, Make } from './make/made.ts';
import { makeMoons } from './make/moons.ts';
import { makeNoStructure } from './make/no-structure.ts';
import { makeSCurve } from './make/s-curve.ts';
import { makeSwissRoll } from './make/swiss-roll.ts';
import { makeVaried } from './make/varied.ts';

/** A generator's parameters have been completed and checked against its spec before it is called, so they have its type. */
function checked<P>(make: (params: P, random: RandomState) => Made): Make {
  return (params, random) => make(params as unknown as P, random);
}

/** The generators by dataset id. */
export const makers: Readonly<Record<string, Make>> = {
  make_blobs: checked(makeBlobs),
  make_moons: checked(makeMoons),
  make_circles: checked(makeCircles),
  make_s_curve: checked(makeSCurve),
  make_swiss_roll: checked(makeSwissRoll),
  aniso: checked(makeAniso),
  varied: checked(makeVaried),
  no_structure: checked(makeNoStructure),
};
