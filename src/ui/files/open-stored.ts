import { suggested } from '../../state/files/choice.ts';
import type { KeptFile } from '../../worker/files/kept.ts';
import { openImages, openTable } from './open-table.ts';

/** Makes a file that is open the dataset, as it would suggest itself. */
export async function openStored(file: KeptFile): Promise<void> {
  if (file.kind === 'csv') return openTable(file, suggested(file));
  openImages(file, /emnist/i.test(file.images[0]!));
}
