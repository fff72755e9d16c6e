/** Says whether row a comes before row b. */
type Before = (a: number, b: number) => boolean;

function swap(order: Int32Array, i: number, j: number): void {
  const row = order[i]!;
  order[i] = order[j]!;
  order[j] = row;
}

/** Puts the median of the entries at a, b, c at `to`. */
function medianTo(order: Int32Array, to: number, a: number, b: number, c: number, before: Before): void {
  const x = order[a]!;
  const y = order[b]!;
  const z = order[c]!;
  if (before(x, y)) swap(order, to, before(y, z) ? b : before(x, z) ? c : a);
  else swap(order, to, before(x, z) ? a : before(y, z) ? c : b);
}

/** Entries before the pivot to the left, the others to the right; returns where the right part starts. */
function cut(order: Int32Array, start: number, end: number, pivot: number, before: Before): number {
  let i = start;
  let j = end;
  for (;;) {
    while (before(order[i]!, pivot)) i++;
    j--;
    while (before(pivot, order[j]!)) j--;
    if (i >= j) return i;
    swap(order, i, j);
    i++;
  }
}

function insertionSort(order: Int32Array, start: number, end: number, before: Before): void {
  for (let i = start + 1; i < end; i++) {
    const row = order[i]!;
    let j = i;
    while (j > start && before(row, order[j - 1]!)) {
      order[j] = order[j - 1]!;
      j--;
    }
    order[j] = row;
  }
}

/**
 * Reorders order[start…end) so that what belongs at `nth` in sorted order is there, smaller entries before it, larger after.
 * Quickselect by the median of three (Hoare 1961; Musser 1997), in the very steps of the C++ standard library that numpy and
 * scikit-learn are built with: a tree that is cut by it lists its rows as scikit-learn's does, and sums over them round alike.
 */
export function selectNth(order: Int32Array, start: number, nth: number, end: number, before: Before): void {
  let first = start;
  let last = end;
  let turns = 2 * Math.floor(Math.log2(Math.max(1, last - first)));
  while (last - first > 3) {
    if (turns-- === 0) {
      // Adversarial input: sort instead of going quadratic.
      order.subarray(first, last).sort((a, b) => (before(a, b) ? -1 : 1));
      return;
    }
    medianTo(order, first, first + 1, first + ((last - first) >> 1), last - 1, before);
    const middle = cut(order, first + 1, last, order[first]!, before);
    if (middle <= nth) first = middle;
    else last = middle;
  }
  insertionSort(order, first, last, before);
}

/** The `nth` smallest (from 0) of the first `count` values; reorders them. */
export function selectValue(values: Float64Array, count: number, nth: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const value = values[i]!;
      values[i++] = values[j]!;
      values[j--] = value;
    }
    if (nth <= j) high = j;
    else if (nth >= i) low = i;
    else break;
  }
  return values[nth]!;
}
