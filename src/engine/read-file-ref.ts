import type { CsvRef, IdxRef } from './dataset-ref.ts';
import { show } from './spec/show.ts';
import { reportUnknownKeys } from './spec/unknown-keys.ts';
import { RecipeError } from './types.ts';

type Input = Readonly<Record<string, unknown>>;
type Report = (error: RecipeError) => void;
/** What a key must hold, in words, and whether a value is that. */
type Rule = readonly [problem: string, holds: (value: unknown) => boolean];

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown) =>
  Array.isArray(value) && value.length > 0 && value.every(isText) && new Set(value).size === value.length;
const DIGEST: Rule = ['must be what tells one file from another', (value) => isText(value) && value.length < 100];
const FILES: Rule = ['must be a list of different files', isTexts];

const CSV: Readonly<Record<keyof CsvRef, Rule>> = {
  csv: ['must be the path of a file', isText],
  target: ['must be the name of a column', (value) => typeof value === 'string'],
  columns: ['must be a list of different names of columns', isTexts],
  sep: ['must be a single character', (value) => typeof value === 'string' && /^[^"\r\n.\d]$/u.test(value)],
  decimal: ['must be "." or ","', (value) => value === '.' || value === ','],
  header: ['must be true or false', (value) => typeof value === 'boolean'],
  encoding: ['must be one of cp1252, utf-16', (value) => value === 'cp1252' || value === 'utf-16'],
  digest: DIGEST,
};

const IDX: Readonly<Record<keyof IdxRef, Rule>> = {
  idx: FILES,
  labels: FILES,
  transposed: ['must be true or false', (value) => typeof value === 'boolean'],
  digest: DIGEST,
};

/** `{ "csv": … }`. @throws RecipeError naming the key */
export function readCsvRef(input: Input, report: Report): CsvRef {
  return checked<CsvRef>(input, 'csv', CSV, report);
}

/** `{ "idx": [ … ] }`. @throws RecipeError naming the key; as many files of labels as of images */
export function readIdxRef(input: Input, report: Report): IdxRef {
  const ref = checked<IdxRef>(input, 'idx', IDX, report);
  if (ref.labels && ref.labels.length !== ref.idx.length) {
    throw new RecipeError('dataset.labels', 'must be a file for each file of images');
  }
  return ref;
}

/** Keys that do not hold what they must are reported and left out; without a good `main` one there is nothing. */
function checked<T extends object>(
  input: Input,
  main: keyof T & string,
  rules: Readonly<Record<keyof T, Rule>>,
  report: Report,
): T {
  reportUnknownKeys(input, Object.keys(rules), 'dataset.', report);
  const entries: [string, unknown][] = [];
  for (const [key, [problem, holds]] of Object.entries<Rule>(rules)) {
    if (input[key] === undefined) continue;
    if (holds(input[key])) {
      entries.push([key, input[key]]);
      continue;
    }
    // Of a list it is an entry that is wrong, or one that comes twice.
    const found = Array.isArray(input[key]) ? '' : `, not ${show(input[key])}`;
    const error = new RecipeError(`dataset.${key}`, problem + found);
    if (key === main) throw error;
    report(error);
  }
  return Object.fromEntries(entries) as T;
}
