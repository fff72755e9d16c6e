import { letGo } from '../let-go.ts';
import { type Pixels, pixels } from '../pixels.ts';
import { RecipeError } from '../types.ts';

/** What the third byte of an IDX file says of its values; only bytes are pixels. */
const UNSIGNED_BYTE = 0x08;
const TYPES: Readonly<Record<number, string>> = {
  9: 'signed bytes',
  11: '16-bit integers',
  12: '32-bit integers',
  13: '32-bit floats',
  14: '64-bit floats',
};

/** An IDX file of bytes: its sizes (one for labels, three for images: how many, height, width) and its values. */
export interface Idx {
  readonly sizes: readonly number[];
  readonly values: Uint8Array;
}

/** Whether bytes are packed by gzip. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Reads an IDX file, the format of MNIST and of what follows it (http://yann.lecun.com/exdb/mnist/): two zeros, the type of
 * the values, the number of sizes, the sizes as big-endian 32-bit numbers, the values. The values are a view of `file`.
 * @param file its bytes, packed by gzip or not
 * @param name what to call it in messages
 * @throws RecipeError naming `dataset`: not IDX, values of another type, shorter or longer than its sizes say
 */
export async function readIdx(file: Uint8Array, name: string): Promise<Idx> {
  const bytes = isGzip(file) ? await gunzip(file, name) : file;
  const [zero, alsoZero, type, count] = bytes;
  if (bytes.length < 4 || zero !== 0 || alsoZero !== 0 || type === undefined || !count || count > 4) {
    throw broken(
      name,
      'is not an IDX file (it would begin with two zeros, the type of its values and their dimensions)',
    );
  }
  if (type !== UNSIGNED_BYTE) {
    throw broken(name, `holds ${TYPES[type] ?? `values of an unknown type (${type})`}; only unsigned bytes are pixels`);
  }
  const start = 4 + 4 * count;
  if (bytes.length < start) throw broken(name, 'is cut off within its head');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sizes = Array.from({ length: count }, (_, i) => view.getUint32(4 + 4 * i));
  const expected = start + sizes.reduce((product, size) => product * size, 1);
  if (bytes.length < expected) {
    throw broken(name, `is cut off: ${bytes.length} bytes where its head (${sizes.join(' × ')}) says ${expected}`);
  }
  if (bytes.length > expected) {
    throw broken(name, `is too long: ${bytes.length} bytes where its head (${sizes.join(' × ')}) says ${expected}`);
  }
  return { sizes, values: bytes.subarray(start) };
}

/** Images from a file, as rows of pixels. */
export interface Images {
  readonly X: Pixels;
  readonly y: Int32Array | null;
  readonly width: number;
  readonly height: number;
}

/**
 * Images, and their labels where there are any.
 * @throws RecipeError naming `dataset`: sizes that are not those of images or labels, not one label an image
 */
export function imagesOf(images: Idx, labels: Idx | null): Images {
  const [rows, height, width] = images.sizes;
  if (images.sizes.length !== 3 || !rows || !height || !width) {
    const sizes = images.sizes.join(' × ');
    throw new RecipeError('dataset', `images have three sizes (how many, height, width), each above 0, not ${sizes}`);
  }
  if (labels && labels.sizes.length !== 1) {
    throw new RecipeError('dataset', `labels have one size, not ${labels.sizes.join(' × ')}: are they images?`);
  }
  if (labels && labels.sizes[0] !== rows) {
    throw new RecipeError('dataset', `there are ${labels.sizes[0]} labels for ${rows} images`);
  }
  const y = labels && Int32Array.from(labels.values);
  return { X: pixels(images.values, rows, height * width), y, width, height };
}

/**
 * Unpacks gzip with what browsers and Node have built in.
 * @throws RecipeError naming `dataset` where the bytes are broken or cut off
 */
export async function gunzip(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  try {
    return await unpacked(bytes as Uint8Array<ArrayBuffer>);
  } catch {
    throw broken(name, 'is broken or cut off: it cannot be unpacked');
  }
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  const reader = stream.readable.getReader();
  // What goes wrong with the writing is told by both; one of them must not stay unheard.
  const [, whole] = await Promise.all([written, readAll(reader, lengthOf(bytes))]);
  return whole;
}

/** Nothing packed by deflate is longer than so many times what it was packed into. */
const MOST_TIMES = 1032;

/** How long the last four bytes of a gzip file say that it is, where that is possible. */
function lengthOf(bytes: Uint8Array): number {
  const end = bytes.subarray(-4);
  const length = end.reduceRight((sum, byte) => sum * 256 + byte, 0);
  return Math.min(length, MOST_TIMES * bytes.length);
}

interface Reader {
  read(): Promise<{ done: boolean; value?: Uint8Array }>;
}

/** All that comes, as one; `expected` is how much it will be, if the file says the truth. */
async function readAll(reader: Reader, expected: number): Promise<Uint8Array> {
  let whole = new Uint8Array(expected);
  let at = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const piece = next.value!;
    if (at + piece.length > whole.length) {
      const longer = new Uint8Array(Math.max(at + piece.length, 2 * whole.length));
      longer.set(whole);
      whole = longer;
    }
    whole.set(piece, at);
    at += piece.length;
    letGo(piece);
  }
  return at === whole.length ? whole : whole.slice(0, at);
}

function broken(name: string, problem: string): RecipeError {
  return new RecipeError('dataset', `${name} ${problem}`);
}
