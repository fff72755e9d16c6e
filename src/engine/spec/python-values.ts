import type { ParamValue } from '../types.ts';
import type { Param } from './kinds.ts';

/** Python's spelling of a parameter's value. scikit-learn takes a pair, or counts for each, only as a tuple. */
function pythonParam(param: Param, value: ParamValue): string {
  const items = pythonValue(value);
  const isTuple = param.kind === 'range' || (param.kind === 'intOrList' && param.length !== undefined);
  return isTuple && Array.isArray(value) ? `(${items.slice(1, -1)})` : items;
}

/** Python's spelling of plain JSON. */
export function pythonValue(value: ParamValue): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  // JSON's escapes are Python's, but for half of a surrogate pair, which no text has.
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return String(value);
  return `[${value.map((item: ParamValue) => pythonValue(item)).join(', ')}]`;
}

/** A list over several lines, one item a line. */
export function pythonRows(items: readonly ParamValue[]): string {
  return `[\n${items.map((item) => `    ${pythonValue(item)},\n`).join('')}]`;
}

/** A call with the arguments that differ from the defaults: `KMeans(n_clusters=3, random_state=42)`. */
export function pythonCall(
  name: string,
  specs: Readonly<Record<string, Param>>,
  params: Readonly<Record<string, ParamValue>>,
): string {
  const given = Object.entries(params).map(([key, value]) => `${key}=${pythonParam(specs[key]!, value)}`);
  return `${name}(${given.join(', ')})`;
}
