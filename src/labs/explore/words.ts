import type { Noun } from '../../engine/spec/algorithm.ts';
import { counted, grouped } from '../../engine/spec/words.ts';

/** A figure as a table or a sentence shows it: at most five significant digits; "–" where it is not defined. */
export function tableFigure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1e7 || (size > 0 && size < 1e-4)) return value.toExponential(2).replace('e+', 'e').replace('-', '−');
  const text = Number.isInteger(value) ? grouped(value) : String(Number(value.toPrecision(size >= 1000 ? 6 : 4)));
  return text.replace('-', '−');
}

/** "2,000 of 10,000 digits are drawn." where not all are; '' where they all are. */
export function thinned(shown: number, all: number, noun: Noun): string {
  return shown < all ? `${grouped(shown)} of ${counted(all, noun)} are drawn, evenly chosen.` : '';
}

/** A percentage as a sentence shows it. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
