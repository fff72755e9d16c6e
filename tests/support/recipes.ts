import fc from 'fast-check';
import { algorithms } from '../../src/engine/algorithms/specs.ts';
import { datasets } from '../../src/engine/datasets/specs.ts';
import type { DatasetRef, Recipe } from '../../src/engine/recipe.ts';
import { type DatasetSpec, SCALERS } from '../../src/engine/spec/dataset.ts';
import { fullScaleOf, knownFeatureNames } from '../../src/engine/spec/features.ts';
import type { Param, ParamSpecs } from '../../src/engine/spec/kinds.ts';
import type { Params, ParamValue } from '../../src/engine/types.ts';

/** Any valid value of a parameter. */
export function valuesOf(param: Param): fc.Arbitrary<ParamValue> {
  switch (param.kind) {
    case 'bool':
      return fc.boolean();
    case 'seed':
      return fc.option(fc.integer({ min: 0, max: 2 ** 32 - 1 }));
    case 'choice':
      return oneOf<ParamValue>(fc.constantFrom(...param.of), param.points ? points() : undefined);
    case 'range':
      return fc.tuple(real({ max: 0, min: -50 }), real({ above: 0 }));
    case 'real':
      return oneOf<ParamValue>(real(param), words(param.or));
    case 'int':
      return oneOf<ParamValue>(int(param), words(param.or));
    case 'realOrList':
      return oneOf<ParamValue>(real(param), fc.array(real(param), { minLength: 1, maxLength: 5 }));
    case 'intOrList':
      return oneOf<ParamValue>(
        int(param),
        fc.array(int(param), { minLength: param.length ?? 1, maxLength: param.length ?? 5 }),
      );
    case 'intOrPoints':
      return oneOf<ParamValue>(int(param), fc.constant(null), points());
  }
}

/** Any subset of the parameters, with valid values. */
export function paramsOf(specs: ParamSpecs): fc.Arbitrary<Params> {
  const entries = Object.entries(specs).map(([name, param]) => [name, valuesOf(param)]);
  return fc.record(Object.fromEntries(entries), { requiredKeys: [] }) as fc.Arbitrary<Params>;
}

/** Any valid recipe of any algorithm on any dataset. */
export const anyRecipe: fc.Arbitrary<Recipe> = fc
  .tuple(fc.constantFrom(...datasets), fc.constantFrom(...algorithms))
  .chain(([dataset, algorithm]) =>
    oneOf<DatasetRef>(refOf(dataset), ownPoints, csvFile, idxFiles).chain((ref) => {
      const scalers = SCALERS.filter((scaler) => scaler !== 'unit' || fullScaleOf(ref) !== null);
      const width = knownFeatureNames(ref)?.length ?? 3;
      return fc.record(
        {
          dataset: fc.constant(ref),
          features: fc.subarray([...Array(width).keys()], { minLength: 1 }),
          scaler: fc.constantFrom(...scalers),
          rows: fc.constant(1),
          algorithm: fc.constant(algorithm.id),
          params: paramsOf(algorithm.params),
        },
        { requiredKeys: ['dataset', 'algorithm', 'params'] },
      );
    }),
  );

const ownPoints: fc.Arbitrary<DatasetRef> = fc.record(
  { X: points(3), y: fc.array(fc.constantFrom('a', 'ü', 'b'), { minLength: 3, maxLength: 3 }) },
  { requiredKeys: ['X'] },
);

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });

const csvFile: fc.Arbitrary<DatasetRef> = fc.record(
  {
    csv: fc.string({ minLength: 1 }),
    target: fc.string(),
    columns: names,
    sep: fc.constantFrom(',', ';', '\t', '|', ' '),
    decimal: fc.constantFrom('.' as const, ',' as const),
    header: fc.boolean(),
    encoding: fc.constantFrom('cp1252', 'utf-16'),
    digest: fc.constant('0123456789abcdef'),
  },
  { requiredKeys: ['csv'] },
);

const idxFiles: fc.Arbitrary<DatasetRef> = fc
  .tuple(names, fc.boolean(), fc.boolean())
  .map(([idx, labels, transposed]) => ({
    idx,
    ...(labels ? { labels: idx.map((name) => `${name}-labels`) } : {}),
    ...(transposed ? { transposed } : {}),
  }));

function refOf(spec: DatasetSpec): fc.Arbitrary<DatasetRef> {
  if (!spec.generated) return fc.constant(spec.id);
  return paramsOf(spec.params).map((params) => ({ ...params, make: spec.id }));
}

function words(or: readonly (string | null)[] = []): fc.Arbitrary<string | null> | undefined {
  return or.length > 0 ? fc.constantFrom(...or) : undefined;
}

function oneOf<T>(...choices: readonly (fc.Arbitrary<T> | undefined)[]): fc.Arbitrary<T> {
  return fc.oneof(...choices.filter((choice) => choice !== undefined));
}

function points(rows?: number): fc.Arbitrary<number[][]> {
  return fc.integer({ min: 1, max: 3 }).chain((cols) =>
    fc.array(fc.array(real({}), { minLength: cols, maxLength: cols }), {
      minLength: rows ?? 1,
      maxLength: rows ?? 4,
    }),
  );
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
}

function real({ min, max, above, below }: Bounds): fc.Arbitrary<number> {
  return fc
    .double({
      min: above ?? min ?? -1e9,
      max: below ?? max ?? 1e9,
      minExcluded: above !== undefined,
      maxExcluded: below !== undefined,
      noNaN: true,
    })
    .map((value) => value + 0); // -0 and 0 are spelled alike
}

function int({ min, max, above, below }: Bounds): fc.Arbitrary<number> {
  const low = above === undefined ? (min ?? -1000) : Math.floor(above) + 1;
  const high = below === undefined ? (max ?? low + 1000) : Math.ceil(below) - 1;
  return fc.integer({ min: low, max: high });
}
