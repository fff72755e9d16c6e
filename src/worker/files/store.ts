import type { KeptFile } from './kept.ts';

const NAME = 'clusterscope-files';
const FILES = 'files';
/** So much of them this browser keeps; what was opened longest ago goes first. */
export const MOST_BYTES = 256 * 2 ** 20;
const MOST_FILES = 8;

/** A file with the time at which it was opened. */
interface Entry {
  readonly digest: string;
  readonly file: KeptFile;
  readonly opened: number;
}

/** Every file that this browser keeps, the one opened last first. @throws where it keeps nothing */
export async function storedFiles(): Promise<KeptFile[]> {
  const entries = await inStore('readonly', (store) => store.getAll() as IDBRequest<Entry[]>);
  return entries.sort((a, b) => b.opened - a.opened).map(({ file }) => file);
}

/** One of them; null where this browser does not have it. @throws where it keeps nothing */
export async function storedFile(digest: string): Promise<KeptFile | null> {
  const entry = await inStore('readonly', (store) => store.get(digest) as IDBRequest<Entry | undefined>);
  return entry?.file ?? null;
}

/**
 * Keeps a file, and lets go of those opened longest ago where there would be too many.
 * @throws where this browser keeps nothing, or has no room
 */
export async function storeFile(file: KeptFile, now = Date.now()): Promise<void> {
  if (file.bytes > MOST_BYTES) throw new Error('it is too large');
  await inStore('readwrite', (store) => store.put({ digest: file.digest, file, opened: now } satisfies Entry));
  let left = MOST_BYTES;
  for (const [i, { digest, bytes }] of (await storedFiles()).entries()) {
    left -= bytes;
    if (left < 0 || i >= MOST_FILES) await forgetStored(digest);
  }
}

export async function forgetStored(digest: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(digest));
}

async function inStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(FILES, mode);
      const request = ask(transaction.objectStore(FILES));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(FILES, { keyPath: 'digest' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('another tab holds it'));
  });
}
