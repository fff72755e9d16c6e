// The hot loops. Every function works on plain addresses in one memory, which src/engine/kernels/ lays out.
// Rows are sparse: the entries of row i are starts[i] … starts[i + 1] - 1 of `columns` (u16) and `values` (u8), padded to
// a multiple of four with entries of value 0 in column 0. The same rows lie there as blocks of eight neighbouring pixels, those
// that are not all 0: their numbers (u16) and their pixels.
export { countEntries, packRows } from './pack';
export { assignRows, largestOf, nearestRows, roundTo, squareNorm } from './assign';
export { seedDistances, takeSeed } from './seed';
export { addProducts } from './products';
export { groupDistances, gatherGroups } from './joint';
export { packPairs, packTile, tileDistances } from './silhouette';
