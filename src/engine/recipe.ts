import { algorithmSpec, algorithms } from './algorithms/specs.ts';
import type { DatasetRef } from './dataset-ref.ts';
import { tableFromPoints } from './datasets/points.ts';
import { datasetSpec, datasets } from './datasets/specs.ts';
import { readCsvRef, readIdxRef } from './read-file-ref.ts';
import { SCALERS, type Scaler } from './spec/dataset.ts';
import { addColumn, checkFeature, fullScaleOf, knownFeatureNames, knownRows, specOf } from './spec/features.ts';
import { didYouMean } from './spec/nearest.ts';
import { show } from './spec/show.ts';
import { reportUnknownKeys } from './spec/unknown-keys.ts';
import { validateParams } from './spec/validate.ts';
import { type Params, RecipeError } from './types.ts';

/** Everything that the user chooses: the one description of a run. */
export interface Recipe {
  readonly dataset: DatasetRef;
  /** Names or column indices; omitted: all. */
  readonly features?: readonly (string | number)[];
  /** Omitted: 'none'. */
  readonly scaler?: Scaler;
  /** The first rows only. */
  readonly rows?: number;
  readonly algorithm: string;
  /** Omitted = scikit-learn's default. */
  readonly params: Params;
  /** Adds the points themselves to the terminal's result. */
  readonly return?: readonly ('X' | 'y')[];
}

export type { DatasetRef } from './dataset-ref.ts';

type Report = (error: RecipeError) => void;
type Input = Readonly<Record<string, unknown>>;
type Draft = { -readonly [K in keyof Recipe]?: Recipe[K] };

/** The keys of a recipe. */
const KEYS = ['dataset', 'features', 'scaler', 'rows', 'algorithm', 'params', 'return'] as const;
const RETURNS = ['X', 'y'] as const;

/**
 * Checks all that can be checked before the data is loaded, and fills nothing in; what is left over (a feature of a
 * generated table) `prepare` checks. A generator's bare name becomes `{ make: name }`.
 * @throws RecipeError naming the first bad field
 */
export function parseRecipe(input: unknown): Recipe {
  const draft = readRecipe(input, (error) => {
    throw error;
  });
  // Every reader has either returned a value or thrown, and these two must be there.
  return draft as Recipe;
}

/**
 * Keeps what is good, drops what is bad, and says what was dropped. Without a usable dataset it takes all that concerns
 * the data from `fallback`; without a usable algorithm, algorithm and parameters.
 */
export function salvageRecipe(input: unknown, fallback: Recipe): { recipe: Recipe; problems: RecipeError[] } {
  const problems: RecipeError[] = [];
  const draft = readRecipe(input, (error) => problems.push(error));
  const { dataset, features, scaler, rows } = draft.dataset === undefined ? fallback : draft;
  const { algorithm, params = {} } = draft.algorithm === undefined ? fallback : draft;
  const recipe = { dataset, features, scaler, rows, algorithm, params, return: draft.return };
  return { recipe: withoutUndefined(recipe) as Recipe, problems };
}

function readRecipe(input: unknown, report: Report): Draft {
  const draft: Draft = {};
  if (!isObject(input)) {
    report(new RecipeError('recipe', `must be an object, not ${show(input)}`));
    return draft;
  }
  reportUnknownKeys(input, KEYS, '', report);
  const attempt = <T>(read: () => T): T | undefined => attempted(read, report);
  draft.dataset = attempt(() => readDataset(input.dataset, report));
  if (draft.dataset !== undefined) {
    const { dataset } = draft;
    draft.features = attempt(() => readFeatures(input.features, dataset, report));
    draft.scaler = attempt(() => readScaler(input.scaler, dataset));
    draft.rows = attempt(() => readRows(input.rows, dataset));
  }
  draft.algorithm = attempt(() => readAlgorithm(input.algorithm));
  if (draft.algorithm !== undefined) {
    const { algorithm } = draft;
    draft.params = attempt(() => readParams(input.params, algorithm, report)) ?? {};
  }
  draft.return = attempt(() => readReturn(input.return));
  return withoutUndefined(draft);
}

function readDataset(input: unknown, report: Report): DatasetRef {
  if (input === undefined) throw new RecipeError('dataset', 'is missing');
  if (typeof input === 'string') return readName(input);
  if (isObject(input)) {
    if (Object.hasOwn(input, 'make')) return readGenerator(input, report);
    if (Object.hasOwn(input, 'X')) return readPoints(input, report);
    if (Object.hasOwn(input, 'csv')) return readCsvRef(input, report);
    if (Object.hasOwn(input, 'idx')) return readIdxRef(input, report);
  }
  throw new RecipeError('dataset', 'must be a name, { "make": … }, { "X": …, "y": … }, { "csv": … } or { "idx": … }');
}

function readName(id: string): DatasetRef {
  const spec = datasetSpec(id);
  if (!spec) throw unknownName('dataset', id, datasets);
  return spec.generated ? { make: id } : id;
}

function readGenerator({ make, ...values }: Input, report: Report): DatasetRef {
  const generators = datasets.filter((spec) => spec.generated);
  const spec = generators.find(({ id }) => id === make);
  if (!spec) throw unknownName('dataset.make', make, generators);
  return { make: spec.id, ...validateParams(spec.id, spec.params, values, 'dataset', report) };
}

function readPoints(input: Input, report: Report): DatasetRef {
  reportUnknownKeys(input, ['X', 'y', 'feature_names'], 'dataset.', report);
  const { X, y, feature_names } = input;
  tableFromPoints(X, y, feature_names);
  return withoutUndefined({ X, y: y ?? undefined, feature_names: feature_names ?? undefined }) as DatasetRef;
}

function readFeatures(input: unknown, dataset: DatasetRef, report: Report): Recipe['features'] {
  if (input === undefined) return undefined;
  if (!Array.isArray(input))
    throw new RecipeError('features', `must be a list of names or indices, not ${show(input)}`);
  if (input.length === 0) throw new RecipeError('features', 'must name at least one column');
  const names = knownFeatureNames(dataset);
  const columns: number[] = [];
  const good: (string | number)[] = [];
  for (let i = 0; i < input.length; i++) {
    attempted(() => {
      const feature = checkFeature(input[i], i);
      if (names) addColumn(columns, feature, i, names);
      else if (good.includes(feature)) throw new RecipeError(`features[${i}]`, `repeats ${feature}`);
      good.push(feature);
    }, report);
  }
  return good.length > 0 ? good : undefined;
}

function readScaler(input: unknown, dataset: DatasetRef): Scaler | undefined {
  if (input === undefined) return undefined;
  const scaler = SCALERS.find((name) => name === input);
  if (!scaler) {
    const meant = typeof input === 'string' ? didYouMean(input, SCALERS) : '';
    throw new RecipeError('scaler', `must be one of ${SCALERS.join(', ')}, not ${show(input)}${meant}`);
  }
  if (scaler === 'unit' && fullScaleOf(dataset) === null) {
    throw new RecipeError('scaler', `unit is for pixels; ${specOf(dataset)?.id ?? 'this table'} has none`);
  }
  return scaler;
}

function readRows(input: unknown, dataset: DatasetRef): number | undefined {
  if (input === undefined) return undefined;
  if (typeof input !== 'number' || !Number.isInteger(input)) {
    throw new RecipeError('rows', `must be a whole number, not ${show(input)}`);
  }
  if (input < 1) throw new RecipeError('rows', 'must be at least 1');
  const rows = knownRows(dataset);
  if (rows !== null && input > rows) throw new RecipeError('rows', `must be at most ${rows}, all that there are`);
  return input;
}

function readAlgorithm(input: unknown): string {
  if (input === undefined) throw new RecipeError('algorithm', 'is missing');
  const spec = typeof input === 'string' ? algorithmSpec(input) : undefined;
  if (!spec) throw unknownName('algorithm', input, algorithms);
  return spec.id;
}

function readParams(input: unknown, algorithm: string, report: Report): Params {
  if (input === undefined) return {};
  if (!isObject(input)) throw new RecipeError('params', `must be an object, not ${show(input)}`);
  return validateParams(algorithm, algorithmSpec(algorithm)!.params, input, 'params', report);
}

function readReturn(input: unknown): Recipe['return'] {
  if (input === undefined) return undefined;
  if (!Array.isArray(input)) throw new RecipeError('return', `must be a list of X and y, not ${show(input)}`);
  const bad = input.findIndex((item) => !RETURNS.includes(item));
  if (bad >= 0) throw new RecipeError(`return[${bad}]`, `must be X or y, not ${show(input[bad])}`);
  return [...new Set(input as ('X' | 'y')[])];
}

function unknownName(field: string, name: unknown, specs: readonly { readonly id: string }[]): RecipeError {
  const ids = specs.map(({ id }) => id);
  const meant = typeof name === 'string' ? didYouMean(name, ids) : '';
  return new RecipeError(field, `must be one of ${ids.join(', ')}, not ${show(name)}${meant}`);
}

/** The value, or undefined once its error has been reported. */
function attempted<T>(read: () => T, report: Report): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RecipeError)) throw error;
    report(error);
    return undefined;
  }
}

function isObject(input: unknown): input is Input {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}
