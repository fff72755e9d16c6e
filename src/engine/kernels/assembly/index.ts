// The hot loops. Every function works on plain addresses in one memory, which src/engine/kernels/ lays out.
// Rows are sparse: of each there are the blocks of eight neighbouring pixels that are not all 0, their numbers (u16) and their
// pixels, padded to an even number of blocks with blocks of zeros in place 0.
export { countBlocks, packRows } from './pack';
export { assignRows, largestOf, nearestRows, roundTo, squareNorm } from './assign';
export { seedDistances, takeSeed } from './seed';
export { addProducts, addRows, dotRows } from './products';
export { groupDistances, gatherGroups } from './joint';
export { packPairs, packTile, tileDistances } from './silhouette';
export { layTile, maskRows, measureRows } from './screen';
export { largestGaps, sumGaps, sumProducts, sumSquares, turnRows } from './differences';
export { addAll, divideRows, dotAll, sparseTimesFour, timesFour } from './vectors';
export { factorRows, solveFour } from './envelope';
export {
  addedGaps,
  firstLeast,
  largestGap,
  moveTo,
  replayAverage,
  replayComplete,
  replayWard,
  rootedSquares,
  uniteAverage,
  uniteComplete,
  uniteWard,
} from './table';
