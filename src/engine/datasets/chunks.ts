import { letGo } from '../let-go.ts';
import { type Pixels, pixels } from '../pixels.ts';
import { RecipeError } from '../types.ts';
import type { LoadOptions } from './sources.ts';

/** Images of equal size with classes, in chunks of rows: each chunk is the pixels of its rows, then a class a row. */
export interface ChunkedImages {
  /** The dataset's id; chunk c is called `id/c`. */
  readonly id: string;
  readonly rows: number;
  /** Pixels an image. */
  readonly cols: number;
  readonly classes: number;
}

/** Rows a chunk; the last may hold fewer. */
export const CHUNK_ROWS = 10_000;

/**
 * Loads the chunks that the first `rows` rows lie in. Progress counts all of them.
 * @throws RecipeError naming `rows` (more than there are) or `dataset` (a chunk of the wrong length, no source)
 */
export async function loadChunks(
  images: ChunkedImages,
  { rows = images.rows, sources, onProgress }: LoadOptions,
): Promise<{ X: Pixels; y: Int32Array }> {
  if (rows > images.rows) throw new RecipeError('rows', `must be at most ${images.rows}, all that there are`);
  if (!sources) throw new RecipeError('dataset', `there is no source for the images of ${images.id}`);
  const { cols } = images;
  const bytes = new Uint8Array(rows * cols);
  const y = new Int32Array(rows);
  const count = Math.ceil(rows / CHUNK_ROWS);
  const progress = progressOfAll(count, onProgress);
  for (let c = 0; c < count; c++) {
    const chunk = await sources.bytes(`${images.id}/${c}`, (loaded, total) => progress(c, loaded, total));
    const start = c * CHUNK_ROWS;
    const held = Math.min(CHUNK_ROWS, images.rows - start);
    checkChunk(images, chunk, c, held);
    const taken = Math.min(held, rows - start);
    bytes.set(chunk.subarray(0, taken * cols), start * cols);
    y.set(chunk.subarray(held * cols, held * cols + taken), start);
    letGo(chunk);
  }
  return { X: pixels(bytes, rows, cols), y };
}

function checkChunk({ id, cols, classes }: ChunkedImages, chunk: Uint8Array, c: number, held: number): void {
  const expected = held * (cols + 1);
  if (chunk.length !== expected) {
    throw new RecipeError('dataset', `${id}/${c} is broken: ${chunk.length} bytes where ${expected} were expected`);
  }
  const strange = chunk.subarray(held * cols).find((label) => label >= classes);
  if (strange !== undefined) throw new RecipeError('dataset', `${id}/${c} is broken: it has a class ${strange}`);
}

/** The sum over `count` chunks, of which those not begun are taken to be as long as the longest so far. */
function progressOfAll(count: number, onProgress: LoadOptions['onProgress']) {
  const loadedOf = new Float64Array(count);
  const totalOf = new Float64Array(count);
  return (chunk: number, loaded: number, total: number) => {
    loadedOf[chunk] = loaded;
    totalOf[chunk] = total;
    const longest = Math.max(...totalOf);
    const all = totalOf.reduce((sum, size) => sum + (size || longest), 0);
    onProgress?.(
      loadedOf.reduce((sum, size) => sum + size, 0),
      all,
    );
  };
}
