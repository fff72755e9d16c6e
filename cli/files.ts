import { readFile } from 'node:fs/promises';
import type { IdxRef } from '../src/engine/dataset-ref.ts';
import { imagesTable, type NamedBytes, readImages } from '../src/engine/datasets/idx-table.ts';
import { RecipeError, type Table } from '../src/engine/types.ts';
import { messageOf } from './message.ts';

/** A file from the disk. @throws RecipeError naming `field` */
export async function bytesOf(path: string, field: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new RecipeError(field, `${path} cannot be read: ${messageOf(error)}`);
  }
}

/** The table of IDX files on disk. @throws RecipeError naming the key of `dataset`, and the file at fault */
export async function readIdxOf({ idx, labels, transposed }: IdxRef): Promise<Table> {
  const all = (paths: readonly string[], field: string): Promise<NamedBytes[]> =>
    Promise.all(paths.map(async (name) => ({ name, bytes: await bytesOf(name, field) })));
  const images = await readImages(await all(idx, 'dataset.idx'), labels ? await all(labels, 'dataset.labels') : null);
  return imagesTable(images, transposed);
}
