import { type CrossTable, crossTabulate } from './contingency.ts';

/**
 * The share of pairs of rows on which two labelings agree, corrected for chance: 1 for the same partition, about 0 for
 * random ones, down to -0.5. Two labelings without a pair that only one of them joins (a single row, all in one cluster,
 * all alone) score 1. Hubert & Arabie 1985, "Comparing partitions".
 */
export function adjustedRandScore(labelsTrue: Int32Array, labelsPred: Int32Array): number {
  return adjustedRandOf(crossTabulate(labelsTrue, labelsPred));
}

/** The same from the table of the two labelings. */
export function adjustedRandOf(table: CrossTable): number {
  const { bothJoin, onlyPred, onlyTrue, neither } = countPairs(table);
  if (onlyPred === 0n && onlyTrue === 0n) return 1;
  const agreement = 2n * (bothJoin * neither - onlyTrue * onlyPred);
  const most = (bothJoin + onlyTrue) * (onlyTrue + neither) + (bothJoin + onlyPred) * (onlyPred + neither);
  return Number(agreement) / Number(most);
}

/** Ordered pairs of different rows. As integers of any length: with 70,000 rows the products pass 2⁵³. */
function countPairs({ n, classSizes, clusterSizes, cells }: CrossTable) {
  let squares = 0;
  let inCluster = 0;
  let inClass = 0;
  for (const { class: row, cluster, count } of cells) {
    squares += count * count;
    inCluster += count * clusterSizes[cluster]!;
    inClass += count * classSizes[row]!;
  }
  return {
    bothJoin: BigInt(squares - n),
    onlyPred: BigInt(inCluster - squares),
    onlyTrue: BigInt(inClass - squares),
    neither: BigInt(n * n - inCluster - inClass + squares),
  };
}
