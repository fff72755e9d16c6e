import { type DatasetRef, isCsv, isFile, isPoints } from '../dataset-ref.ts';
import { RandomState } from '../numeric/random-state.ts';
import type { DatasetSpec } from '../spec/dataset.ts';
import { completeParams } from '../spec/defaults.ts';
import { freshSeed as anySeed } from '../spec/fresh-seed.ts';
import { validateParams } from '../spec/validate.ts';
import { type Params, RecipeError, type Table } from '../types.ts';
import { images } from './images.ts';
import { makers } from './makers.ts';
import { unpack } from './packed.ts';
import { columnNames, tableFromPoints } from './points.ts';
import type { LoadOptions } from './sources.ts';
import { datasetSpec, datasets } from './specs.ts';
import { tables } from './tables.ts';

/**
 * Loads what a recipe's `dataset` names: a table or a generator by its name, a generator with parameters, own points, a file. Of
 * images, no more than `rows` asks for; everything else comes whole.
 * @throws RecipeError naming the field: an unknown name, a bad parameter, a ragged or infinite point, a file
 * that is not there; or `dataset` where a file of images is missing or broken
 */
export async function loadTable(ref: DatasetRef, options: LoadOptions = {}): Promise<Table> {
  const { freshSeed = anySeed } = options;
  if (typeof ref === 'string') {
    const spec = named(ref, 'dataset', datasets);
    return spec.generated ? makeTable(spec, {}, freshSeed) : readTable(spec, options);
  }
  if (isFile(ref)) {
    const { sources } = options;
    if (!sources?.file) throw new RecipeError(isCsv(ref) ? 'dataset.csv' : 'dataset.idx', 'there are no files here');
    return sources.file(ref);
  }
  if (isPoints(ref)) return tableFromPoints(ref.X, ref.y, ref.feature_names);
  const { make, ...params } = ref;
  const generators = datasets.filter((spec) => spec.generated);
  return makeTable(named(make, 'dataset.make', generators), params, freshSeed);
}

function named(id: string, field: string, choice: readonly DatasetSpec[]): DatasetSpec {
  const spec = datasetSpec(id);
  if (spec && choice.includes(spec)) return spec;
  throw new RecipeError(field, `unknown "${id}"; one of ${choice.map((one) => one.id).join(', ')}`);
}

async function readTable(spec: DatasetSpec, options: LoadOptions): Promise<Table> {
  const names = {
    featureNames: spec.featureNames,
    classNames: spec.classNames,
    target: null,
    ...(spec.image && { image: spec.image }),
  };
  const load = images[spec.id];
  if (load) return { ...(await load(options)), ...names };
  const { packed } = await tables[spec.id]!();
  return { ...unpack(packed), ...names };
}

function makeTable(spec: DatasetSpec, given: Params, freshSeed: () => number): Table {
  const params = completeParams(spec.params, validateParams(spec.id, spec.params, given, 'dataset'));
  const made = makers[spec.id]!(params, new RandomState((params.random_state as number | null) ?? freshSeed()));
  return { ...made, featureNames: columnNames(made.X.cols), classNames: namesOfClasses(made.y, spec.classNames) };
}

/** The names in the spec where they suffice; numbers where a generator was asked for more classes. */
function namesOfClasses(y: Int32Array | null, names: readonly string[]): readonly string[] {
  if (!y) return [];
  const classes = y.reduce((most, c) => Math.max(most, c + 1), 0);
  return classes <= names.length ? names : Array.from({ length: classes }, (_, c) => String(c));
}
