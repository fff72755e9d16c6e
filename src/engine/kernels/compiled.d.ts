/** The kernels as WebAssembly in base64: compiled from assembly/ by scripts/kernels.mjs before anything is built, run or tested. */
export const wasm: string;
