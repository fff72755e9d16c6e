import { readClasses, tableFromPoints } from '../src/engine/datasets/points.ts';
import { scoreAll } from '../src/engine/metrics/score-all.ts';
import { didYouMean } from '../src/engine/spec/nearest.ts';
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

/** Labels as 0…k-1, read as the classes of a dataset are. */
function labelsOf(input: unknown, field: string): Int32Array {
  const { y } = readClasses(input, field);
  if (y.length === 0) throw new RecipeError(field, 'must not be empty');
  return y;
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
