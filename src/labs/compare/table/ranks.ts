export type Better = 'higher' | 'lower';

/** The best of some values, or null where none is defined. */
export function bestOf(values: readonly (number | null)[], better: Better): number | null {
  const defined = values.filter((value) => value !== null);
  if (defined.length === 0) return null;
  return better === 'higher' ? Math.max(...defined) : Math.min(...defined);
}

/** 1 for the best; equal values share the mean of their places; what is not defined shares the last places. */
export function ranksOf(values: readonly (number | null)[], better: Better): number[] {
  const sign = better === 'higher' ? -1 : 1;
  const keys = values.map((value) => (value === null ? Number.POSITIVE_INFINITY : sign * value));
  return keys.map((key) => {
    const before = keys.filter((other) => other < key).length;
    const equal = keys.filter((other) => other === key).length;
    return before + (equal + 1) / 2;
  });
}

/** The mean of each one's ranks over several scores; null where there is no score to rank by. */
export function meanRanks(columns: readonly { values: readonly (number | null)[]; better: Better }[]): number[] | null {
  if (columns.length === 0) return null;
  const all = columns.map(({ values, better }) => ranksOf(values, better));
  return all[0]!.map((_, i) => all.reduce((sum, ranks) => sum + ranks[i]!, 0) / all.length);
}

/** The order of some values; what is not defined comes last either way, equal ones stay as they are. */
export function orderOf(values: readonly (number | string | null)[], descending: boolean): number[] {
  const sign = descending ? -1 : 1;
  return values
    .map((value, i) => ({ value, i }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.i - b.i;
      if (a.value === b.value) return a.i - b.i;
      return sign * (a.value < b.value ? -1 : 1);
    })
    .map(({ i }) => i);
}
