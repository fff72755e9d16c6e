import { algorithmSpec } from '../../engine/algorithms/specs.ts';
import { type Axis, checkAxis, isNumeric, isRange } from '../../engine/spec/axes.ts';
import { type MeasureName, measureOf } from '../../engine/spec/measures.ts';
import { checkSweep, NO_REPEATS, type Repeats } from '../../engine/spec/sweep.ts';
import { paramToText, scalar, textToParam } from '../../engine/spec/text.ts';
import { queryText, queryToRecipe } from '../../engine/spec/url.ts';
import { RecipeError } from '../../engine/types.ts';
import type { SweepChoice } from './store.ts';

const REPEATS = ['seeds', 'bootstraps', 'references'] as const;
type Report = (problem: RecipeError) => void;

/** A choice as query text: `x=eps,0.05,1,20&y=metric,euclidean,manhattan&score=silhouette_score`; '' for none. */
export function choiceToText(choice: SweepChoice | null): string {
  if (!choice) return '';
  const query = new URLSearchParams({ x: axisToText(choice.x) });
  if (choice.y) query.set('y', axisToText(choice.y));
  query.set('score', choice.score);
  if (choice.second) query.set('second', choice.second);
  for (const key of REPEATS) if (choice.repeats[key] > 0) query.set(key, String(choice.repeats[key]));
  return queryText(query);
}

/** `eps,0.05,1,20`, `gamma,0.01,100,13,log`, `linkage,ward,single` */
function axisToText(axis: Axis): string {
  if (!isRange(axis)) return [axis.param, ...axis.values.map(paramToText)].join(',');
  const { param, from, to, count, scale } = axis;
  return [param, from, to, count, ...(scale === 'log' ? [scale] : [])].join(',');
}

/**
 * The choice of a whole query that anybody may have written; null where it has no `x` that makes sense. What is dropped is
 * reported.
 */
export function readChoice(query: URLSearchParams, report: Report): SweepChoice | null {
  if (!query.has('x')) {
    for (const key of ['y', 'score', 'second', ...REPEATS]) {
      if (query.has(key)) report(new RecipeError(key, 'needs x, the parameter that is swept'));
    }
    return null;
  }
  const { algorithm, dataset } = queryToRecipe(query, () => true).recipe;
  const x = readAxis(query, 'x', algorithm, report);
  if (!x) return null;
  const y = readAxis(query, 'y', algorithm, report);
  const repeats = Object.fromEntries(REPEATS.map((key) => [key, readCount(query, key, report)])) as unknown as Repeats;
  const score =
    readMeasure(query, 'score', report) ?? (algorithmSpec(algorithm)?.isOfMeans ? 'inertia' : 'silhouette_score');
  const second = readMeasure(query, 'second', report);
  const choice = { algorithm, x, y, repeats, score, second };
  for (const tried of [choice, { ...choice, y: null }, { ...choice, y: null, repeats: NO_REPEATS }]) {
    try {
      checkSweep({ recipe: { dataset, algorithm, params: {} }, ...tried });
      return tried;
    } catch (error) {
      if (!(error instanceof RecipeError)) throw error;
      report(error);
    }
  }
  return null;
}

function readAxis(query: URLSearchParams, key: 'x' | 'y', algorithm: string, report: Report): Axis | null {
  const text = query.get(key);
  if (text === null) return null;
  const specs = algorithmSpec(algorithm)?.params ?? {};
  const [param = '', ...rest] = text.split(',');
  const spec = Object.hasOwn(specs, param) ? specs[param] : undefined;
  try {
    if (!spec) throw new RecipeError(key, `"${param.slice(0, 40)}" is no parameter of ${algorithm}`);
    const axis = isNumeric(spec)
      ? rangeOf(key, param, rest)
      : { param, values: rest.map((value) => textToParam(spec, value) as string | boolean | null) };
    checkAxis(key, axis, specs);
    return axis;
  } catch (error) {
    if (!(error instanceof RecipeError)) throw error;
    report(error);
    return null;
  }
}

function rangeOf(key: string, param: string, rest: readonly string[]): Axis {
  const [from, to, count] = rest.slice(0, 3).map(scalar);
  const scale = rest[3] ?? 'linear';
  const areNumbers = [from, to, count].every((value) => typeof value === 'number');
  if (!areNumbers || rest.length > 4 || (scale !== 'linear' && scale !== 'log')) {
    throw new RecipeError(
      key,
      `must be a parameter, two ends, a number of places, and log or nothing: ${param},0.1,1,20,log`,
    );
  }
  return { param, from: from as number, to: to as number, count: count as number, scale };
}

function readMeasure(query: URLSearchParams, key: 'score' | 'second', report: Report): MeasureName | null {
  const text = query.get(key);
  const measure = text === null ? undefined : measureOf(text);
  if (text !== null && !measure) report(new RecipeError(key, `unknown "${text.slice(0, 40)}"`));
  return measure?.name ?? null;
}

function readCount(query: URLSearchParams, key: string, report: Report): number {
  const text = query.get(key);
  if (text === null) return 0;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  report(new RecipeError(key, `must be a whole number, not "${text.slice(0, 40)}"`));
  return 0;
}
