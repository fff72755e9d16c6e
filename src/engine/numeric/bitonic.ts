/**
 * The indices of `keys` in ascending order, equal keys in the order in which a bitonic network leaves them: K. E. Batcher,
 * "Sorting networks and their applications", AFIPS 32 (1968) 307–314; each merge begins by comparing with the mirrored half,
 * equals are not exchanged, missing entries count as infinite. numpy sorts up to 256 numbers so on processors with AVX2.
 */
export function bitonicOrder(keys: ArrayLike<number>): Int32Array {
  let size = 8;
  while (size < keys.length) size *= 2;
  const order = Int32Array.from({ length: size }, (_, i) => i);
  const sorted = Float64Array.from(order, (i) => keys[i] ?? Number.POSITIVE_INFINITY);
  for (let block = 2; block <= size; block *= 2) {
    exchange(sorted, order, (i) => i ^ (block - 1));
    for (let half = block / 4; half >= 1; half /= 2) exchange(sorted, order, (i) => i ^ half);
  }
  return order.filter((i) => i < keys.length);
}

/** Compares each entry with its partner; the smaller one ends at the lower place. */
function exchange(keys: Float64Array, order: Int32Array, partner: (i: number) => number): void {
  for (let i = 0; i < keys.length; i++) {
    const j = partner(i);
    if (j <= i || keys[j]! >= keys[i]!) continue;
    [keys[i], keys[j]] = [keys[j]!, keys[i]!];
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
