import { tableFromPoints } from '../src/engine/datasets/points.ts';
import { scoreAll } from '../src/engine/metrics/score-all.ts';
import { didYouMean } from '../src/engine/spec/nearest.ts';
import { show } from '../src/engine/spec/show.ts';
import { RecipeError } from '../src/engine/types.ts';

type Request = Readonly<Record<string, unknown>>;
const KEYS = ['labels_true', 'labels_pred', 'X'];

/** Whether a line asks for scores alone. */
export function isScoresRequest(request: unknown): request is Request {
  return typeof request === 'object' && request !== null && ('labels_pred' in request || 'labels_true' in request);
}

/**
 * The scores of labels that came from anywhere: external ones need `labels_true`, internal ones `X`.
 * @throws RecipeError naming the field at fault
 */
export function scoresOf(request: Request): object {
  for (const key of Object.keys(request)) {
    if (!KEYS.includes(key)) throw new RecipeError(key, `unknown key${didYouMean(key, KEYS)}`);
  }
  const { labels_true, labels_pred, X } = request;
  if (labels_pred === undefined) throw new RecipeError('labels_pred', 'is missing');
  const labels = labelsOf(labels_pred, 'labels_pred');
  const y = isAbsent(labels_true) ? null : labelsOf(labels_true, 'labels_true');
  const points = isAbsent(X) ? null : pointsOf(X);
  requireOneALabel('labels_true', y?.length, labels.length);
  requireOneALabel('X', points?.rows, labels.length);
  const { metrics, silhouetteSampleSize } = scoreAll(points, y, labels);
  return silhouetteSampleSize === null ? { metrics } : { metrics, silhouette_sample_size: silhouetteSampleSize };
}

/** Labels, whole numbers or texts, as 0…k-1 in their order. */
function labelsOf(input: unknown, field: string): Int32Array {
  if (!Array.isArray(input)) throw new RecipeError(field, `must be a list of labels, not ${show(input)}`);
  if (input.length === 0) throw new RecipeError(field, 'must not be empty');
  const kind = typeof input[0];
  for (let i = 0; i < input.length; i++) {
    const label: unknown = input[i];
    if (!Number.isInteger(label) && typeof label !== 'string') {
      throw new RecipeError(`${field}[${i}]`, `must be a whole number or a text, not ${show(label)}`);
    }
    if (typeof label !== kind) throw new RecipeError(`${field}[${i}]`, `must be a ${kind} as the first label is`);
  }
  const order = [...new Set<number | string>(input)].sort((a, b) => (a < b ? -1 : 1));
  const codes = new Map(order.map((label, code) => [label, code]));
  return Int32Array.from(input, (label) => codes.get(label)!);
}

function pointsOf(X: unknown) {
  try {
    return tableFromPoints(X).X;
  } catch (error) {
    if (!(error instanceof RecipeError)) throw error;
    throw new RecipeError(error.field.replace(/^dataset\./, ''), error.problem);
  }
}

function requireOneALabel(field: string, count: number | undefined, labels: number): void {
  if (count === undefined || count === labels) return;
  throw new RecipeError(field, `has ${count} rows, but labels_pred has ${labels}`);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}
