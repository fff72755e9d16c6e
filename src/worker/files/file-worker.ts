import { expose } from 'comlink';
import type { PointsRef } from '../../engine/dataset-ref.ts';
import { type Pieces, readCsv } from '../../engine/datasets/csv/decode.ts';
import type { CsvFormat } from '../../engine/datasets/csv/types.ts';
import { Digest } from '../../engine/datasets/digest.ts';
import { isGzip, readIdx } from '../../engine/datasets/idx.ts';
import { type NamedBytes, readImages } from '../../engine/datasets/idx-table.ts';
import type { OnProgress } from '../../engine/datasets/sources.ts';
import { type Matrix, RecipeError, type Table } from '../../engine/types.ts';
import { toReply } from '../reply.ts';
import type { FileApi } from './file-api.ts';
import type { KeptCsv, KeptIdx, Origin } from './kept.ts';
import { packCsv, packImages } from './pack.ts';
import { tableOfCsv } from './unpack.ts';

/** A file is read in pieces of this length, and the page hears of each. */
const PIECE = 2 ** 20;

const api: FileApi = {
  looksLikeIdx: (file) => toReply(() => looksLikeIdx(file)),
  csv: (blob, name, origin, given, onProgress) => toReply(() => csvFrom(blob, name, origin, given, onProgress)),
  idx: (files, onProgress) => toReply(() => imagesFrom(files, onProgress)),
  points: (file, choice) => toReply(async () => pointsOf(await tableOfCsv(file, choice))),
};

async function csvFrom(
  blob: Blob,
  name: string,
  origin: Origin,
  given: Partial<CsvFormat>,
  onProgress: OnProgress,
): Promise<KeptCsv> {
  let digest = new Digest();
  const pieces: Pieces = async function* () {
    digest = new Digest();
    for (let from = 0; from < blob.size; from += PIECE) {
      const piece = new Uint8Array(await blob.slice(from, from + PIECE).arrayBuffer());
      digest.add(piece);
      yield piece;
      onProgress(Math.min(from + PIECE, blob.size), blob.size);
    }
  };
  return packCsv(await readCsv(pieces, name, given), name, digest.text(), origin, given);
}

/** Files of images and of labels in any order: pairs are those that have as many of one as of the other, then by name. */
async function imagesFrom(files: readonly File[], onProgress: OnProgress): Promise<KeptIdx> {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const read: (NamedBytes & { readonly sizes: readonly number[] })[] = [];
  let loaded = 0;
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { sizes } = await readIdx(bytes, file.name);
    read.push({ name: file.name, bytes, sizes });
    loaded += file.size;
    onProgress(loaded, total);
  }
  const images = read.filter(({ sizes }) => sizes.length !== 1).sort(byCount);
  const labels = read.filter(({ sizes }) => sizes.length === 1).sort(byCount);
  if (images.length === 0)
    throw new RecipeError('dataset.idx', `${read[0]!.name} holds labels; open its images with it`);
  if (labels.length > 0 && labels.length !== images.length) {
    throw new RecipeError(
      'dataset.idx',
      `${labels.length} of labels for ${images.length} files of images: open a pair`,
    );
  }
  const used = labels.length > 0 ? labels : null;
  const names = (some: readonly NamedBytes[]) => some.map(({ name }) => name);
  const digest = Digest.of(...[...images, ...labels].map(({ bytes }) => bytes));
  return packImages(await readImages(images, used), { images: names(images), labels: used && names(used) }, digest);
}

/** The most first (60,000 to train with stand before 10,000 to test), then by name. */
function byCount(a: { sizes: readonly number[]; name: string }, b: { sizes: readonly number[]; name: string }): number {
  return b.sizes[0]! - a.sizes[0]! || (a.name < b.name ? -1 : 1);
}

function pointsOf({ X, y, classNames, featureNames }: Table): PointsRef {
  const numeric = classNames.every((name) => Number.isFinite(Number(name)));
  const classOf = (c: number) => (numeric ? Number(classNames[c]) : classNames[c]!);
  return { X: rowsOf(X), ...(y ? { y: Array.from(y, classOf) } : {}), feature_names: featureNames };
}

const rowsOf = ({ data, rows, cols }: Matrix): number[][] =>
  Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols)));

/** By its first bytes: two zeros, or gzip. */
async function looksLikeIdx(file: Blob): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return (head[0] === 0 && head[1] === 0) || isGzip(head);
}

expose(api);
