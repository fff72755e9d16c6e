import type { DatasetSpec } from '../spec/dataset.ts';
import { breastCancer } from './spec/breast-cancer.ts';
import { aniso, noStructure, varied } from './spec/comparison.ts';
import { digits } from './spec/digits.ts';
import { iris } from './spec/iris.ts';
import { makeBlobs } from './spec/make-blobs.ts';
import { makeCircles } from './spec/make-circles.ts';
import { makeMoons } from './spec/make-moons.ts';
import { makeSCurve } from './spec/make-s-curve.ts';
import { makeSwissRoll } from './spec/make-swiss-roll.ts';
import { mnist784 } from './spec/mnist-784.ts';
import { wine } from './spec/wine.ts';

/** Every dataset that can be named in a recipe, in the order in which the page offers them. */
export const datasets: readonly DatasetSpec[] = [
  iris,
  wine,
  breastCancer,
  digits,
  mnist784,
  makeBlobs,
  makeMoons,
  makeCircles,
  aniso,
  varied,
  noStructure,
  makeSCurve,
  makeSwissRoll,
];

const byId: ReadonlyMap<string, DatasetSpec> = new Map(datasets.map((spec) => [spec.id, spec]));

/** The dataset of that name, or undefined. */
export function datasetSpec(id: string): DatasetSpec | undefined {
  return byId.get(id);
}
