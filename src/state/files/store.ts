import { create } from 'zustand';
import { type DatasetRef, isCsv, isFile } from '../../engine/dataset-ref.ts';
import { knownRows } from '../../engine/spec/features.ts';
import { fileName, type KeptFile } from '../../worker/files/kept.ts';
import { openFiles } from '../../worker/files/registry.ts';
import { wholeRows } from './rows.ts';

/** What waits to become a dataset: files, text that was pasted, or a table whose columns are to be chosen once more. */
export type Offer =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'columns'; readonly file: KeptFile };

export interface FilesState {
  /** The user's own files that are open, the newest first. */
  readonly files: readonly KeptFile[];
  /** The dialog is open for this. */
  readonly offer: Offer | null;
  /** Whether this browser keeps a file beyond this visit, by its digest; nothing until it has tried. */
  readonly kept: Readonly<Record<string, boolean>>;
  setOffer(offer: Offer | null): void;
  /** Takes a file, gives it to the workers, and has the browser keep it where it can. */
  add(file: KeptFile): Promise<void>;
  /** Lets go of a file, here and in this browser's store. */
  forget(digest: string): Promise<void>;
}

const createFilesStore = () =>
  create<FilesState>()((set, get) => ({
    files: [],
    offer: null,
    kept: {},
    setOffer: (offer) => set({ offer }),
    async add(file) {
      openFiles.add(file);
      set({ files: [file, ...get().files.filter(({ digest }) => digest !== file.digest)] });
      const isKept = await import('../../worker/files/store.ts')
        .then(({ storeFile }) => storeFile(file))
        .then(
          () => true,
          () => false,
        );
      set({ kept: { ...get().kept, [file.digest]: isKept } });
    },
    async forget(digest) {
      openFiles.remove(digest);
      const { forgetStored } = await import('../../worker/files/store.ts');
      // What was never kept is forgotten already.
      await forgetStored(digest).catch(() => {});
      set({ files: get().files.filter((file) => file.digest !== digest) });
    },
  }));

export const useFiles = createFilesStore();

/** Opens what this browser kept since an earlier visit; one that keeps nothing has nothing. */
export async function restoreFiles(): Promise<void> {
  try {
    const { storedFiles } = await import('../../worker/files/store.ts');
    const stored = await storedFiles();
    for (const file of stored) openFiles.add(file);
    const { files } = useFiles.getState();
    const isNew = ({ digest }: KeptFile) => !files.some((file) => file.digest === digest);
    if (stored.length === 0) return;
    const kept = Object.fromEntries(stored.map(({ digest }) => [digest, true]));
    useFiles.setState({ files: [...files, ...stored.filter(isNew)], kept: { ...useFiles.getState().kept, ...kept } });
  } catch {
    // Private windows and blocked cookies: files last as long as the page.
  }
}

/** The open file that a reference means. */
export function fileOf(ref: DatasetRef, files = useFiles.getState().files): KeptFile | undefined {
  if (!isFile(ref)) return undefined;
  const name = isCsv(ref) ? ref.csv : ref.idx[0];
  return files.find((file) =>
    ref.digest === undefined
      ? fileName(file) === name
      : file.digest === ref.digest && isCsv(ref) === (file.kind === 'csv'),
  );
}

/** Rows and columns of a dataset as far as they are known before it is loaded: of a file, once it is open. */
export function sizeOf(ref: DatasetRef): { rows: number | null; columns: number | null } {
  const file = fileOf(ref);
  if (!file) return { rows: knownRows(ref), columns: null };
  if (file.kind === 'idx') return { rows: file.rows, columns: file.width * file.height };
  const names = isCsv(ref) ? ref.columns : undefined;
  const numeric = file.columns.filter(({ min, texts }) => min !== null && texts === 0).map(({ name }) => name);
  const columns = names ?? numeric.filter((name) => !isCsv(ref) || name !== ref.target);
  const target = isCsv(ref) && ref.target !== undefined ? [ref.target] : [];
  return { rows: wholeRows(file, [...columns, ...target]), columns: columns.length };
}
