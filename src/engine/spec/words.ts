import type { Noun } from './algorithm.ts';

/** A figure as a sentence shows it: four significant digits, whole from 10,000 on. */
export function figure(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-4)) return value.toExponential(2).replace('e+', 'e');
  if (size >= 10_000) return grouped(Math.round(value));
  return value.toPrecision(4).replace(/^(-?\d{4})\.$/, '$1');
}

/** A parameter's value as a sentence shows it: a figure without the noughts at its end. */
export function setting(value: number): string {
  return figure(value).replace(/^(-?\d+)\.(\d*?)0+$/, (_, whole, rest) => (rest ? `${whole}.${rest}` : whole));
}

/** A number with so many decimals; what they round to nothing has no sign. */
export function fixed(value: number, places: number): string {
  const text = value.toFixed(places);
  return Number(text) === 0 ? text.replace('-', '') : text;
}

/** A whole number with its thousands set apart. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** "1 flower", "12,000 flowers", "no flowers" */
export function counted(count: number, noun: Noun): string {
  return `${count === 0 ? 'no' : grouped(count)} ${count === 1 ? noun.one : noun.many}`;
}

/** "fell 19.0 % to 34.14", "rose 0.1 % to …", "stayed at 34.14"; "is 34.14" where there is nothing to compare with. */
export function movement(value: number, before: number | null): string {
  if (before === null) return `is ${figure(value)}`;
  const percent = before === 0 ? 0 : Math.abs((value / before - 1) * 100);
  if (value === before || percent < 0.005) return `stayed at ${figure(value)}`;
  const went = value < before ? 'fell' : 'rose';
  // From next to nothing (rounding errors) a share says nothing.
  if (percent >= 1000) return `${went} to ${figure(value)}`;
  const digits = percent < 0.095 ? 2 : 1;
  return `${went} ${percent.toFixed(digits)} % to ${figure(value)}`;
}

/** "0", "0 and 2", "0, 1 and 2" */
export function listed(items: readonly (string | number)[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
