import * as v from 'valibot';
import { type Params, type ParamValue, RecipeError } from '../types.ts';
import type { Param, ParamSpecs } from './kinds.ts';
import { didYouMean } from './nearest.ts';
import { either, show } from './show.ts';

export const MAX_SEED = 2 ** 32 - 1;

interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
}
type Words = readonly (string | null)[];
type Schema<T extends ParamValue = ParamValue> = v.GenericSchema<unknown, T>;

const schemas = new WeakMap<Param, Schema>();

/** The schema of a parameter's values: what its kind, its bounds and its words allow. Made once for each parameter. */
function paramSchema(param: Param): Schema {
  let schema = schemas.get(param);
  if (!schema) {
    schema = makeSchema(param);
    schemas.set(param, schema);
  }
  return schema;
}

/**
 * Checks one value against its parameter.
 * @param field the field that an error names; `params.${name}` unless told otherwise
 * @throws RecipeError, its field narrowed to the entry at fault (`params.init[1][0]`)
 */
export function validateParam(name: string, param: Param, value: unknown, field = `params.${name}`): ParamValue {
  return check(paramSchema(param), value, field);
}

/** Checks a value against a schema; the first issue becomes a RecipeError whose field is `field` and the issue's path. */
export function check<T>(schema: v.GenericSchema<unknown, T>, value: unknown, field: string): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const { path = [], message } = result.issues[0];
  const place = path.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  throw new RecipeError(field + place, message);
}

/**
 * Checks the parameters of an algorithm or a generator; fills nothing in.
 * @param owner whose parameters they are, for the message on an unknown name
 * @param report is given each error; a parameter at fault is left out. Throws the first one by default.
 */
export function validateParams(
  owner: string,
  specs: ParamSpecs,
  values: Readonly<Record<string, unknown>>,
  prefix = 'params',
  report: (error: RecipeError) => void = rethrow,
): Params {
  const valid: Record<string, ParamValue> = {};
  for (const [name, value] of Object.entries(values)) {
    // An absent key and an undefined value are the same: JSON knows no undefined.
    if (value === undefined) continue;
    try {
      const param = Object.hasOwn(specs, name) ? specs[name] : undefined;
      if (!param) throw unknownParam(owner, specs, name, prefix);
      valid[name] = validateParam(name, param, value, `${prefix}.${name}`);
    } catch (error) {
      if (!(error instanceof RecipeError)) throw error;
      report(error);
    }
  }
  return valid;
}

function unknownParam(owner: string, specs: ParamSpecs, name: string, prefix: string): RecipeError {
  const names = Object.keys(specs);
  const takes = names.length === 0 ? 'no parameters' : names.join(', ');
  return new RecipeError(`${prefix}.${name}`, `unknown; ${owner} takes ${takes}${didYouMean(name, names)}`);
}

function rethrow(error: RecipeError): never {
  throw error;
}

function makeSchema(param: Param): Schema {
  switch (param.kind) {
    case 'real':
      return orWords(param.or, numeric(param, false, wordList(param.or)));
    case 'int':
      return orWords(param.or, numeric(param, true, wordList(param.or)));
    case 'seed':
      return orWords([null], numeric({ min: 0, max: MAX_SEED }, true, ['null']));
    case 'bool':
      return v.boolean(({ input }) => `must be true or false, not ${show(input)}`);
    case 'choice':
      return choice(param.of, param.points ?? false);
    case 'range':
      return pair();
    case 'realOrList':
      return oneOrList(param, false);
    case 'intOrList':
      // The bounds hold for the single count; in a list one may well be 0.
      return oneOrList(param, true, param.length, { ...param, min: 0 });
    case 'intOrPoints':
      return v.lazy((input): Schema => {
        if (Array.isArray(input)) return pointList;
        return orWords([...(param.or ?? []), null], numeric(param, true, ['an array of points', 'null']));
      });
  }
}

/** A number within bounds. `others`: what else the parameter takes, for the message. */
function numeric(bounds: Bounds, whole: boolean, others: readonly string[] = []): Schema<number> {
  const expected = either([whole ? 'a whole number' : 'a number', ...others]);
  return v.pipe(
    v.number(({ input }) => `must be ${expected}, not ${show(input)}`),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const problem = outOfBounds(dataset.value, bounds, whole);
      if (problem) addIssue({ message: problem });
    }),
  );
}

function outOfBounds(value: number, { min, max, above, below }: Bounds, whole: boolean): string | undefined {
  if (!Number.isFinite(value)) return `must be finite, not ${value}`;
  if (whole && !Number.isInteger(value)) return `must be a whole number, not ${value}`;
  if (above !== undefined && value <= above) return `must be greater than ${above}`;
  if (below !== undefined && value >= below) return `must be less than ${below}`;
  if (min !== undefined && value < min) return `must be at least ${min}`;
  if (max !== undefined && value > max) return `must be at most ${max}`;
  if (whole && !Number.isSafeInteger(value)) return 'is too large';
  return undefined;
}

function wordList(words: Words = []): string[] {
  return words.map((word) => word ?? 'null');
}

/** The words themselves, and what `schema` takes. */
function orWords(words: Words | undefined, schema: Schema): Schema {
  if (!words || words.length === 0) return schema;
  const allowed = v.custom<string | null>((input) => words.includes(input as string | null));
  return v.lazy((input): Schema => (words.includes(input as string | null) ? allowed : schema));
}

function choice(words: Words, points: boolean): Schema {
  const names = wordList(words);
  const expected = points ? either([...names, 'an array of points']) : `one of ${names.join(', ')}`;
  const word = v.custom<string | null>(
    (input) => words.includes(input as string | null),
    ({ input }) =>
      `must be ${expected}, not ${show(input)}${typeof input === 'string' ? didYouMean(input, names) : ''}`,
  );
  return points ? v.lazy((input): Schema => (Array.isArray(input) ? pointList : word)) : word;
}

function pair(): Schema<readonly number[]> {
  const message = 'must be a list of two numbers, [low, high]';
  return v.pipe(
    v.array(numeric({}, false), message),
    v.length(2, message),
    v.check(([low, high]) => low! < high!, 'must have its low end below its high end'),
  );
}

function oneOrList(bounds: Bounds, whole: boolean, length?: number, inList: Bounds = bounds): Schema {
  const one = numeric(bounds, whole, ['a list of them']);
  const list = v.pipe(
    v.array(numeric(inList, whole), 'must be a list'),
    v.check((items) => items.length > 0, 'must not be an empty list'),
    v.check(
      (items) => length === undefined || items.length === length,
      ({ input }) => `must have ${length} entries, not ${input.length}`,
    ),
  );
  return v.lazy((input): Schema => (Array.isArray(input) ? list : one));
}

const pointList: Schema<readonly (readonly number[])[]> = v.pipe(
  v.array(
    v.pipe(
      v.array(numeric({}, false), ({ input }) => `must be a list of numbers, not ${show(input)}`),
      v.check((row) => row.length > 0, 'must have at least one number'),
    ),
    'must be a list of points',
  ),
  v.check((rows) => rows.length > 0, 'must have at least one point'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const rows = dataset.value;
    const i = rows.findIndex((row) => row.length !== rows[0]?.length);
    if (i < 0) return;
    const message = `must have as many numbers as the first point (${rows[0]?.length}), not ${rows[i]?.length}`;
    addIssue({ message, path: [{ type: 'array', origin: 'value', input: rows, key: i, value: rows[i] }] });
  }),
);
