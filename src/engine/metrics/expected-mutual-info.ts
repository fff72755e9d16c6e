/** Terms of the hypergeometric distribution below this share of its largest one add nothing. */
const NOTHING = 1e-25;

/**
 * The mutual information, in nats, that two random labelings with these cluster sizes have on average (Vinh, Epps & Bailey
 * 2010, "Information theoretic measures for clusterings comparison", eq. 24a). Equal pairs of sizes are computed once.
 */
export function expectedMutualInformation(classSizes: Int32Array, clusterSizes: Int32Array, n: number): number {
  if (classSizes.length <= 1 || clusterSizes.length <= 1) return 0;
  const clusters = countSizes(clusterSizes);
  let sum = 0;
  for (const [a, timesA] of countSizes(classSizes)) {
    for (const [b, timesB] of clusters) sum += timesA * timesB * expectedTerm(a, b, n);
  }
  return sum;
}

function countSizes(sizes: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1);
  return counts;
}

/**
 * The mean of (m/n) log(nm/(ab)) over the overlap m of a class of a rows with a cluster of b rows. The overlap is
 * hypergeometric; its probabilities come from their ratios, outwards from the mode, so that no factorial of n is needed.
 */
function expectedTerm(a: number, b: number, n: number): number {
  const low = Math.max(0, a + b - n);
  const high = Math.min(a, b);
  const mode = Math.min(high, Math.max(low, Math.floor(((a + 1) * (b + 1)) / (n + 2))));
  const value = (m: number) => (m === 0 ? 0 : (m / n) * (Math.log(n * m) - Math.log(a * b)));
  let total = 1;
  let sum = value(mode);
  for (let m = mode, weight = 1; m < high && weight > NOTHING; m++) {
    weight *= ((a - m) * (b - m)) / ((m + 1) * (n - a - b + m + 1));
    total += weight;
    sum += weight * value(m + 1);
  }
  for (let m = mode, weight = 1; m > low && weight > NOTHING; m--) {
    weight *= (m * (n - a - b + m)) / ((a - m + 1) * (b - m + 1));
    total += weight;
    sum += weight * value(m - 1);
  }
  return sum / total;
}
