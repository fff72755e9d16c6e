import { type Pixels, pixels } from '../pixels.ts';
import { RecipeError, type Table } from '../types.ts';
import { type Images, imagesOf, readIdx } from './idx.ts';
import { encodeClasses } from './points.ts';

/** A file's bytes and what to call it. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** As many values as a table of images may have: 2 GB would be refused by the browser anyway. */
const MOST_BYTES = 2 ** 30;

/**
 * Reads files of images, one after the other, and their labels.
 * @param labels a file for each of images, in the same order; null where there are none
 * @throws RecipeError naming `dataset`, and the file: not IDX, broken, of another size than the first, not a label an image
 */
export async function readImages(images: readonly NamedBytes[], labels: readonly NamedBytes[] | null): Promise<Images> {
  const parts: Images[] = [];
  for (const [i, { name, bytes }] of images.entries()) {
    const label = labels?.[i];
    const [pictures, classes] = [await readIdx(bytes, name), label ? await readIdx(label.bytes, label.name) : null];
    const part = inFile(name, () => imagesOf(pictures, classes));
    const first = parts[0] ?? part;
    if (part.width !== first.width || part.height !== first.height) {
      const [here, there] = [part, first].map(({ width, height }) => `${width} × ${height}`);
      throw new RecipeError('dataset', `${name} has images of ${here} pixels, ${images[0]!.name} of ${there}`);
    }
    parts.push(part);
  }
  return parts.length === 1 ? parts[0]! : joined(parts);
}

function inFile<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RecipeError) throw new RecipeError(error.field, `${name}: ${error.problem}`);
    throw error;
  }
}

function joined(parts: readonly Images[]): Images {
  const { width, height } = parts[0]!;
  const rows = parts.reduce((sum, { X }) => sum + X.rows, 0);
  const cols = width * height;
  if (rows * cols > MOST_BYTES) throw new RecipeError('dataset', 'is too large');
  const bytes = new Uint8Array(rows * cols);
  const y = parts.every((part) => part.y) ? new Int32Array(rows) : null;
  let at = 0;
  for (const part of parts) {
    bytes.set(part.X.bytes, at * cols);
    if (y) y.set(part.y!, at);
    at += part.X.rows;
  }
  return { X: pixels(bytes, rows, cols), y, width, height };
}

/**
 * The table of images: a row an image, its pixels called pixel1, pixel2, … row by row, as OpenML calls them.
 * @param transposed the images lie on their sides
 */
export function imagesTable({ X, y, width, height }: Images, transposed = false): Table {
  const image = transposed ? { width: height, height: width } : { width, height };
  const { y: classes, classNames } = y ? classesOf(y) : { y: null, classNames: [] };
  return {
    X: transposed ? turned(X, width, height) : X,
    featureNames: Array.from({ length: X.cols }, (_, j) => `pixel${j + 1}`),
    y: classes,
    classNames,
    target: null,
    image,
  };
}

function classesOf(y: Int32Array): { y: Int32Array; classNames: string[] } {
  const used = [...new Set(y)];
  const encoded = encodeClasses(used);
  const classOf = new Map(used.map((label, i) => [label, encoded.y[i]!]));
  return { y: y.map((label) => classOf.get(label)!), classNames: encoded.classNames };
}

/** Rows of pixels become columns. */
function turned({ bytes, rows, cols }: Pixels, width: number, height: number): Pixels {
  const result = new Uint8Array(bytes.length);
  for (let i = 0; i < rows; i++) {
    const start = i * cols;
    for (let r = 0; r < height; r++) {
      for (let c = 0; c < width; c++) result[start + c * height + r] = bytes[start + r * width + c]!;
    }
  }
  return pixels(result, rows, cols);
}
