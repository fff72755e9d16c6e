import { type CsvRef, type IdxRef, isCsv } from '../../engine/dataset-ref.ts';
import { RecipeError, type Table } from '../../engine/types.ts';
import { fileName, type KeptFile } from './kept.ts';

/** What the user opened, as a worker has it: given by the page, or kept by this browser since an earlier visit. */
export class OwnFiles {
  readonly #files = new Map<string, KeptFile>();

  keep(file: KeptFile): void {
    this.#files.set(file.digest, file);
  }

  /** @throws RecipeError naming the key of `dataset`: not here, a column that it does not have, no row that is whole */
  async table(ref: CsvRef | IdxRef): Promise<Table> {
    const file = await this.#find(ref);
    const { tableOfCsv, tableOfImages } = await import('./unpack.ts');
    if (isCsv(ref) && file?.kind === 'csv') return tableOfCsv(file, ref);
    if (!isCsv(ref) && file?.kind === 'idx') return tableOfImages(file, ref);
    const [field, name] = isCsv(ref) ? ['dataset.csv', ref.csv] : ['dataset.idx', ref.idx[0]];
    throw new RecipeError(field!, `${name} is not open here; open it (again), and everything else is as it was`);
  }

  async #find(ref: CsvRef | IdxRef): Promise<KeptFile | null> {
    const { storedFile, storedFiles } = await import('./store.ts');
    if (ref.digest !== undefined) {
      // A browser that keeps nothing has nothing.
      return this.#files.get(ref.digest) ?? (await storedFile(ref.digest).catch(() => null));
    }
    const name = isCsv(ref) ? ref.csv : ref.idx[0];
    const isIt = (file: KeptFile) => fileName(file) === name;
    return [...this.#files.values()].findLast(isIt) ?? (await storedFiles().catch(() => [])).find(isIt) ?? null;
  }
}
