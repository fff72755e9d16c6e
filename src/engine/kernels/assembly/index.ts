// The hot loops. Every function works on plain addresses in one memory, which src/engine/kernels/ lays out.
// Rows are sparse: the entries of row i are starts[i] … starts[i + 1] - 1 of `columns` (u16) and `values` (u8), padded to
// a multiple of four with entries of value 0 in column 0.
export { countEntries, packRows } from './pack';
export { assignRows, addRows } from './assign';
export { projectRows, projectVector } from './project';
export { seedDistances, takeSeed } from './seed';
