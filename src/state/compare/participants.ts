import { algorithmSpec, algorithms } from '../../engine/algorithms/specs.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { withoutDefaults } from '../../engine/spec/defaults.ts';
import { paramToText, textToParam } from '../../engine/spec/text.ts';
import { validateParams } from '../../engine/spec/validate.ts';
import { type Params, RecipeError } from '../../engine/types.ts';
import { startParams } from '../dataset.ts';

/** One that takes part in a comparison. The same algorithm may stand twice. */
export interface Participant {
  /** Stays the same while its parameters change. */
  readonly id: number;
  readonly algorithm: string;
  /** null: what the page starts this algorithm with on the dataset at hand, whatever that is. */
  readonly params: Params | null;
}

/** The part of a recipe that says what is clustered. */
export type DataPart = Pick<Recipe, 'dataset' | 'rows' | 'features' | 'scaler'>;

export const MOST_PARTICIPANTS = 24;

let lastId = 0;
export const newParticipant = (algorithm: string, params: Params | null): Participant => ({
  id: ++lastId,
  algorithm,
  params,
});

/** What takes part where nobody chose: every algorithm, as the page starts it. */
export const everyAlgorithm: readonly Participant[] = algorithms.map(({ id }) => newParticipant(id, null));

/** The parameters that it runs with on this dataset. */
export const paramsOn = ({ dataset }: DataPart, { algorithm, params }: Participant): Params =>
  params ?? startParams(dataset, algorithm);

/** The recipe that it stands for on this data. */
export function recipeOn(data: DataPart, participant: Participant): Recipe {
  const { dataset, rows, features, scaler } = data;
  return {
    dataset,
    ...(features && { features }),
    ...(scaler && { scaler }),
    ...(rows !== undefined && { rows }),
    algorithm: participant.algorithm,
    params: paramsOn(data, participant),
  };
}

/**
 * `KMeans,DBSCAN;eps=0.3;min_samples=4`: names and what differs from scikit-learn's defaults. A bare name has the dataset's
 * start values; a semicolon after it says that its parameters were chosen, be they all defaults.
 */
export function participantsToText(participants: readonly Participant[]): string {
  return participants.map(participantToText).join(',');
}

function participantToText({ algorithm, params }: Participant): string {
  if (!params) return algorithm;
  const given = Object.entries(withoutDefaults(algorithmSpec(algorithm)?.params ?? {}, params));
  const texts = given.map(([name, value]) => `${name}=${encodeURIComponent(paramToText(value))}`);
  return [algorithm, ...(texts.length > 0 ? texts : [''])].join(';');
}

/** What such a text says. Untrusted: what is unknown or out of range is dropped and reported, under the field `compare`. */
export function textToParticipants(text: string, report: (problem: RecipeError) => void): Participant[] {
  if (text === '') return [];
  const entries = text.split(',');
  if (entries.length > MOST_PARTICIPANTS) {
    report(new RecipeError('compare', `takes at most ${MOST_PARTICIPANTS}; the others are left out`));
  }
  return entries.slice(0, MOST_PARTICIPANTS).flatMap((entry) => readParticipant(entry, report) ?? []);
}

function readParticipant(entry: string, report: (problem: RecipeError) => void): Participant | null {
  const [name = '', ...assignments] = entry.split(';');
  const spec = algorithmSpec(name);
  if (!spec) {
    const known = algorithms.map(({ id }) => id).join(', ');
    report(new RecipeError('compare', `unknown "${name.slice(0, 40)}"; it takes ${known}`));
    return null;
  }
  if (assignments.length === 0) return newParticipant(name, null);
  const values = new Map<string, unknown>();
  for (const assignment of assignments.filter(Boolean)) {
    const at = assignment.indexOf('=');
    const key = at < 0 ? assignment : assignment.slice(0, at);
    const value = decoded(at < 0 ? '' : assignment.slice(at + 1));
    values.set(key, Object.hasOwn(spec.params, key) ? textToParam(spec.params[key]!, value) : value);
  }
  const params = validateParams(spec.id, spec.params, Object.fromEntries(values), `compare.${name}`, report);
  return newParticipant(name, params);
}

/** The text itself where it is no encoding: its parameter will refuse it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
