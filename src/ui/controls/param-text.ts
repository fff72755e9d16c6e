import type { Param } from '../../engine/spec/kinds.ts';
import type { ParamValue } from '../../engine/types.ts';

/** A value as the field shows it: Python's words, lists with commas. */
export function formatValue(value: ParamValue): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value !== 'object') return String(value);
  if (value.some((entry) => typeof entry === 'object')) return `${value.length} points`;
  return value.join(', ');
}

const word = (text: string): ParamValue | undefined => (/^(none|null)$/i.test(text) ? null : undefined);

function number(text: string): number | undefined {
  const plain = text.replace(/−/g, '-');
  return plain !== '' && Number.isFinite(Number(plain)) ? Number(plain) : undefined;
}

function list(text: string): number[] | undefined {
  const entries = text.replace(/^[[(]|[\])]$/g, '').split(/[\s,;]+/);
  const numbers = entries.filter(Boolean).map(number);
  return numbers.length > 0 && numbers.every((entry) => entry !== undefined) ? (numbers as number[]) : undefined;
}

/**
 * Reads what was typed into a parameter's field. What cannot be read comes back as the text itself, so that the
 * validation can say what is wrong with it.
 */
export function parseValue(param: Param, text: string): ParamValue {
  const trimmed = text.trim();
  const single = number(trimmed);
  if (param.kind === 'range') return list(trimmed) ?? trimmed;
  if (single !== undefined) return single;
  const none = word(trimmed);
  if (none === null) return null;
  if (param.kind === 'realOrList' || param.kind === 'intOrList') return list(trimmed) ?? trimmed;
  return trimmed;
}
