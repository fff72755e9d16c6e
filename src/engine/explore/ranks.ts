/** Ranks from 1; equal values share the mean of theirs, as `scipy.stats.rankdata`. NaN keeps no rank and becomes NaN. */
export function ranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const ranked = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) ranked[order[i]!] = (from + to + 1) / 2;
    from = to;
  }
  return ranked;
}
