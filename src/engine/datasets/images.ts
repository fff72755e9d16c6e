import type { DatasetSpec } from '../spec/dataset.ts';
import { loadChunks } from './chunks.ts';
import type { ImageLoader } from './sources.ts';
import { mnist784 } from './spec/mnist-784.ts';

/** The tables of images by dataset id, which come as bytes from a source, in chunks. */
export const images: Readonly<Record<string, ImageLoader>> = { [mnist784.id]: chunked(mnist784) };

function chunked({ id, rows, featureNames, classNames }: DatasetSpec): ImageLoader {
  const shape = { id, rows: rows!, cols: featureNames.length, classes: classNames.length };
  return (options) => loadChunks(shape, options);
}
