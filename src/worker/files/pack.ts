import { MISSING_CODE } from '../../engine/datasets/csv/column.ts';
import type { ReadCsv } from '../../engine/datasets/csv/decode.ts';
import type { Column, CsvFormat } from '../../engine/datasets/csv/types.ts';
import type { Images } from '../../engine/datasets/idx.ts';
import type { ColumnFacts, KeptCsv, KeptIdx, Origin, Range } from './kept.ts';

const PREVIEW_IMAGES = 40;

/** A CSV file, ready to be kept. */
export function packCsv(
  csv: ReadCsv,
  name: string,
  digest: string,
  origin: Origin,
  stated: Partial<CsvFormat> = {},
): KeptCsv {
  const data = new Parts();
  const columns = csv.columns.map((column) => packColumn(column, data));
  const { format, encoding, rows, preview } = csv;
  return { kind: 'csv', name, digest, origin, format, stated, encoding, rows, columns, preview, ...data.blob() };
}

function packColumn({ values, codes, texts, ...facts }: Column, data: Parts): ColumnFacts {
  const at = {
    values: data.add(values as Float64Array<ArrayBuffer>),
    codes: data.add(codes as Int32Array<ArrayBuffer>),
    texts: data.add(new TextEncoder().encode(JSON.stringify(texts))),
  };
  return { ...facts, texts: texts.length, holes: facts.missing > 0 ? bitsOf(codes) : null, at };
}

function bitsOf(codes: Int32Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(codes.length / 8));
  for (let i = 0; i < codes.length; i++) if (codes[i] === MISSING_CODE) bits[i >> 3]! |= 1 << (i & 7);
  return bits;
}

/** IDX files, ready to be kept. */
export function packImages(
  { X, y, width, height }: Images,
  names: Pick<KeptIdx, 'images' | 'labels'>,
  digest: string,
): KeptIdx {
  const data = new Parts();
  data.add(X.bytes as Uint8Array<ArrayBuffer>);
  return {
    kind: 'idx',
    digest,
    origin: 'file',
    ...names,
    rows: X.rows,
    width,
    height,
    classes: y ? [...new Set(y)].sort((a, b) => a - b) : [],
    y: y && data.add(Uint8Array.from(y)),
    preview: X.bytes.slice(0, Math.min(PREVIEW_IMAGES, X.rows) * X.cols),
    ...data.blob(),
  };
}

class Parts {
  readonly #parts: Uint8Array<ArrayBuffer>[] = [];
  #length = 0;

  add({ buffer, byteOffset, byteLength }: ArrayBufferView<ArrayBuffer>): Range {
    const from = this.#length;
    this.#parts.push(new Uint8Array(buffer, byteOffset, byteLength));
    this.#length += byteLength;
    return [from, this.#length];
  }

  blob(): { data: Blob; bytes: number } {
    return { data: new Blob(this.#parts), bytes: this.#length };
  }
}
