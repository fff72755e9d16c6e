import type { ParamValue } from '../types.ts';
import type { Param } from './kinds.ts';

/** Python's word for null, as in scikit-learn's documentation. */
const NONE = 'None';
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * A parameter's value in a URL: `0.5`, `auto`, `None`, `true`; a list `1,2.5`; points `1.5,2;3,4`. As in a Python tuple a
 * separator at the end tells a list of one from the number alone: `3,` and `1,2;`.
 */
export function paramToText(value: ParamValue): string {
  if (value === null) return NONE;
  if (!Array.isArray(value)) return String(value);
  const items = value as readonly (number | readonly number[])[];
  if (!Array.isArray(items[0])) return joined(items as readonly number[], ',');
  return joined(
    (items as readonly (readonly number[])[]).map((row) => row.join(',')),
    ';',
  );
}

/** What `text` says for a parameter of that kind. Where it makes no sense the text comes back, for validation to refuse. */
export function textToParam(param: Param, text: string): unknown {
  switch (param.kind) {
    case 'bool':
      return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : text;
    case 'choice':
      if (text === NONE) return null;
      return param.points && !param.of.includes(text) ? (points(text) ?? text) : text;
    case 'range':
      return list(text) ?? text;
    case 'realOrList':
    case 'intOrList':
      return text.includes(',') ? (list(text) ?? text) : scalar(text);
    case 'intOrPoints':
      return /[,;]/.test(text) ? (points(text) ?? text) : scalar(text);
    default:
      return scalar(text);
  }
}

/** A number, null, or the text itself. */
export function scalar(text: string): unknown {
  if (text === NONE) return null;
  return NUMBER.test(text) ? Number(text) : text;
}

function joined(items: readonly (number | string)[], separator: string): string {
  return items.length === 1 ? `${items[0]}${separator}` : items.join(separator);
}

function list(text: string): number[] | undefined {
  const items = text.replace(/,$/, '').split(',');
  return items.every((item) => NUMBER.test(item)) ? items.map(Number) : undefined;
}

function points(text: string): number[][] | undefined {
  const rows = text.replace(/;$/, '').split(';').map(list);
  return rows.every((row) => row !== undefined) ? rows : undefined;
}
