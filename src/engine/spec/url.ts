import { algorithmSpec, algorithms } from '../algorithms/specs.ts';
import { type DatasetRef, isMade, isPoints } from '../dataset-ref.ts';
import { datasetSpec } from '../datasets/specs.ts';
import { type Recipe, salvageRecipe } from '../recipe.ts';
import { RecipeError } from '../types.ts';
import { startRecipe, withoutDefaults } from './defaults.ts';
import { knownFeatureNames, specOf } from './features.ts';
import type { ParamSpecs } from './kinds.ts';
import { packJson, unpackJson } from './packed-points.ts';
import { paramToText, scalar, textToParam } from './text.ts';
import { FILE_KEYS, fileFromQuery, fileToQuery } from './url-files.ts';
import { validateParams } from './validate.ts';

type Input = Readonly<Record<string, unknown>>;

/** Stands before the name of a generator's own parameter. */
const DATA = 'data.';
/** Stands before the name of an algorithm's parameter that is a key of the recipe too (KMeans has an `algorithm`). */
const PARAM = 'params.';
const DATA_KEYS: readonly string[] = ['features', 'scaler', 'rows'];
const KEYS: readonly string[] = ['dataset', 'points', ...FILE_KEYS, ...DATA_KEYS, 'algorithm'];
/** Longer ones would not pass every server: many take no more than 8 kB of an address. */
export const LONGEST_POINTS = 6000;

/** Whether a key of the query string is the recipe's: all others are the page's own. */
export function isRecipeKey(key: string): boolean {
  if (KEYS.includes(key) || key.startsWith(DATA) || key.startsWith(PARAM)) return true;
  return algorithms.some(({ params }) => Object.hasOwn(params, key));
}

/**
 * The recipe as a query, by its own names: `dataset=iris&features=2,3&algorithm=DBSCAN&eps=0.5`. What equals
 * scikit-learn's default is left out; own points travel compressed, as `points`. A file is only named.
 * @throws RecipeError for more points than an address can carry
 */
export function recipeToQuery(recipe: Recipe): URLSearchParams {
  const { dataset, features, scaler, rows, algorithm, params } = recipe;
  const query = new URLSearchParams();
  addDataset(query, dataset);
  if (features) query.set('features', featuresToText(dataset, features));
  if (scaler && scaler !== 'none') query.set('scaler', scaler);
  if (rows !== undefined) query.set('rows', String(rows));
  query.set('algorithm', algorithm);
  for (const [name, value] of Object.entries(withoutDefaults(algorithmSpec(algorithm)?.params ?? {}, params))) {
    query.set(KEYS.includes(name) ? PARAM + name : name, paramToText(value));
  }
  return query;
}

/** The query as text, with the commas and semicolons of lists left readable. */
export function queryText(query: URLSearchParams): string {
  return query.toString().replaceAll('%2C', ',').replaceAll('%3B', ';');
}

/**
 * The recipe that a query spells. Untrusted: what is unknown or out of range is dropped and reported. Where it says nothing
 * of the data or of the algorithm, that is what the page starts with.
 * @param isOther tells the keys that somebody else reads; any other key that is not the recipe's is reported
 */
export function queryToRecipe(
  query: URLSearchParams,
  isOther: (key: string) => boolean = () => false,
): { recipe: Recipe; problems: RecipeError[] } {
  const problems: RecipeError[] = [];
  for (const key of new Set(query.keys())) {
    if (!isRecipeKey(key) && !isOther(key)) problems.push(new RecipeError(key, 'unknown key in the address'));
  }
  const points = readPoints(query, problems) ?? fileFromQuery(query, DATA);
  const id = query.get('dataset');
  const start = startRecipe(points === undefined && id !== null && datasetSpec(id) ? id : undefined);
  const input = {
    ...readData(query, start, points, problems),
    ...readAlgorithm(query, start),
  };
  const salvaged = salvageRecipe(input, start);
  return { recipe: salvaged.recipe, problems: [...problems, ...salvaged.problems, ...orphans(query)] };
}

/** What was meant for a dataset or an algorithm that there is not: it went with it. */
function orphans(query: URLSearchParams): RecipeError[] {
  const [dataset, algorithm] = [query.get('dataset'), query.get('algorithm')];
  const noDataset =
    dataset !== null && !['points', ...FILE_KEYS].some((key) => query.has(key)) && !datasetSpec(dataset);
  const noAlgorithm = algorithm !== null && !algorithmSpec(algorithm);
  return [...new Set(query.keys())].filter(isRecipeKey).flatMap((key) => {
    if (DATA_KEYS.includes(key) || key.startsWith(DATA)) {
      return noDataset ? [new RecipeError(key, 'belongs to the dataset, which is unknown')] : [];
    }
    if (KEYS.includes(key) || !noAlgorithm) return [];
    return [new RecipeError(key, 'belongs to the algorithm, which is unknown')];
  });
}

function addDataset(query: URLSearchParams, dataset: DatasetRef): void {
  if (typeof dataset === 'string') query.set('dataset', dataset);
  else if (isMade(dataset)) {
    query.set('dataset', dataset.make);
    for (const [name, value] of Object.entries(withoutDefaults(specOf(dataset)?.params ?? {}, dataset))) {
      query.set(DATA + name, paramToText(value));
    }
  } else if (isPoints(dataset)) {
    const packed = packJson(dataset);
    if (packed.length > LONGEST_POINTS) throw new RecipeError('dataset.X', 'has too many points for an address');
    query.set('points', packed);
  } else fileToQuery(query, dataset, DATA);
}

/** Indices where the names are known: short, and safe from commas. */
function featuresToText(dataset: DatasetRef, features: readonly (string | number)[]): string {
  const names = knownFeatureNames(dataset) ?? [];
  return features
    .map((feature) => (typeof feature === 'string' && names.includes(feature) ? names.indexOf(feature) : feature))
    .join(',');
}

function readPoints(query: URLSearchParams, problems: RecipeError[]): unknown {
  const packed = query.get('points');
  if (packed === null) return undefined;
  try {
    const points = unpackJson(packed, 'points');
    if (typeof points === 'object' && points !== null && 'X' in points) return points;
    throw new RecipeError('points', 'holds no points');
  } catch (error) {
    if (!(error instanceof RecipeError)) throw error;
    problems.push(error);
    return undefined;
  }
}

/** The data part, not yet validated. A query that names no algorithm means the start, with what it names changed. */
function readData(query: URLSearchParams, start: Recipe, points: unknown, problems: RecipeError[]): Input {
  const bare = !query.has('algorithm') || !query.has('dataset');
  const { features, scaler, rows } = start;
  const data: Record<string, unknown> = bare && points === undefined ? { features, scaler, rows } : {};
  data.dataset = points ?? readDataset(query, start.dataset, bare, problems);
  if (query.has('features')) data.features = query.get('features')!.split(',').map(indexOrName);
  if (query.has('scaler')) data.scaler = query.get('scaler');
  if (query.has('rows')) data.rows = scalar(query.get('rows')!);
  return data;
}

/** A table's name, or a generator with its parameters: those of the query and, in a bare query, of the start. */
function readDataset(query: URLSearchParams, start: DatasetRef, bare: boolean, problems: RecipeError[]): unknown {
  const ownId = typeof start === 'object' && 'make' in start ? start.make : start;
  const id = query.get('dataset') ?? ownId;
  const spec = typeof id === 'string' ? datasetSpec(id) : undefined;
  const given = readParams(query, spec?.params ?? {}, (key) =>
    key.startsWith(DATA) ? key.slice(DATA.length) : undefined,
  );
  if (spec?.generated) return { ...(bare ? (start as object) : {}), make: id, ...given };
  if (spec) validateParams(spec.id, spec.params, given, 'dataset', (error) => problems.push(error));
  return id;
}

function readAlgorithm(query: URLSearchParams, start: Recipe): Input {
  const algorithm = query.get('algorithm') ?? start.algorithm;
  const base = query.has('algorithm') ? {} : start.params;
  const given = readParams(query, algorithmSpec(algorithm)?.params ?? {}, (key) => {
    if (key.startsWith(PARAM)) return key.slice(PARAM.length);
    return KEYS.includes(key) || key.startsWith(DATA) || !isRecipeKey(key) ? undefined : key;
  });
  return { algorithm, params: { ...base, ...given } };
}

function indexOrName(token: string): string | number {
  return /^-?\d+$/.test(token) ? Number(token) : token;
}

/** The values of the keys that `nameOf` claims, read as their specs say; without a spec, the text. */
function readParams(query: URLSearchParams, specs: ParamSpecs, nameOf: (key: string) => string | undefined): Input {
  // Not an object yet: a key __proto__ would be lost in one.
  const values = new Map<string, unknown>();
  for (const [key, text] of query) {
    const name = nameOf(key);
    if (name === undefined || values.has(name)) continue;
    values.set(name, Object.hasOwn(specs, name) ? textToParam(specs[name]!, text) : text);
  }
  return Object.fromEntries(values);
}
