export const CHUNK_ROWS: number;
export const chunked: Readonly<Record<string, number>>;
export function readChunk(c: number): Promise<Uint8Array>;
export function packImages(): Promise<{ name: string; bytes: Uint8Array }[]>;
