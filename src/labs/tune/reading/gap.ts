/** The gap statistic of some numbers of clusters. */
export interface Gap {
  /** E*[log W] - log W, one a number of clusters; null where a run is missing or W is 0. */
  readonly gaps: readonly (number | null)[];
  /** The standard error, with the factor for the simulation's own. */
  readonly errors: readonly (number | null)[];
  /** The first place whose gap is not beaten by the next one by more than its standard error; null where there is none. */
  readonly chosen: number | null;
}

/**
 * R. Tibshirani, G. Walther, T. Hastie, "Estimating the number of clusters in a data set via the gap statistic", Journal of the
 * Royal Statistical Society B 63 (2001) 411–423. W is the inertia: half of the paper's sum over pairs, by cluster size.
 * @param inertias one a number of clusters, ascending
 * @param references inertias of as many reference sets for each, null where a run is missing
 */
export function gapOf(inertias: readonly (number | null)[], references: readonly (readonly (number | null)[])[]): Gap {
  const gaps: (number | null)[] = [];
  const errors: (number | null)[] = [];
  for (const [i, inertia] of inertias.entries()) {
    const logs = (references[i] ?? []).filter((value): value is number => value !== null && value > 0).map(Math.log);
    const isWhole = inertia !== null && inertia > 0 && logs.length > 0 && logs.length === references[i]!.length;
    const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
    const variance = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logs.length;
    gaps.push(isWhole ? mean - Math.log(inertia) : null);
    errors.push(isWhole ? Math.sqrt(variance * (1 + 1 / logs.length)) : null);
  }
  const chosen = gaps.findIndex((gap, i) => {
    const [next, error] = [gaps[i + 1], errors[i + 1]];
    return gap !== null && next != null && error != null && gap >= next - error;
  });
  return { gaps, errors, chosen: chosen < 0 ? null : chosen };
}
