import { gunzip } from '../engine/datasets/idx.ts';
import type { OnProgress, Sources } from '../engine/datasets/sources.ts';
import { letGo } from '../engine/let-go.ts';
import { RecipeError } from '../engine/types.ts';

/** What `data/<id>.json` says: the chunks of a dataset in order. */
interface Chunks {
  readonly chunks: readonly { readonly name: string; readonly bytes: number }[];
}

type Ask = (address: URL) => Promise<Response>;

/** The browser keeps chunks under this name, by their addresses, which hold a digest. */
const KEPT = 'clusterscope-data-1';

/**
 * The chunks of images that lie beside the page. What has come once is kept by the browser, where it may be (an insecure
 * origin and a private window have no cache), and is not fetched again.
 * @param base the folder that holds `data/`
 * @param ask the network; tests give one of their own
 */
export function fetchedSources(base: URL, ask: Ask = (address) => fetch(address)): Sources {
  const lists = new Map<string, Promise<Chunks>>();

  function listOf(id: string): Promise<Chunks> {
    const list = lists.get(id) ?? fetchList(new URL(`data/${id}.json`, base), ask);
    lists.set(id, list);
    list.catch(() => lists.delete(id));
    return list;
  }

  return {
    async bytes(name, onProgress = () => {}) {
      const [id, number] = name.split('/') as [string, string];
      const chunk = (await listOf(id)).chunks[Number(number)];
      if (!chunk) throw new RecipeError('dataset', `there is no chunk ${name}`);
      const address = new URL(`data/${id}/${chunk.name}`, base);
      const kept = await keptAnswers();
      const old = await unpackedFrom(kept, address, chunk.bytes);
      if (old) {
        onProgress(chunk.bytes, chunk.bytes);
        return old;
      }
      const fresh = await read(await fetched(address, ask), address, chunk.bytes, onProgress);
      const unpacked = await gunzip(fresh, address.pathname);
      // A full disk, or a browser that keeps nothing, is no reason not to go on.
      await kept?.put(address, new Response(fresh)).catch(() => {});
      letGo(fresh);
      return unpacked;
    },
  };
}

async function fetchList(address: URL, ask: Ask): Promise<Chunks> {
  const kept = await keptAnswers();
  try {
    const answer = await fetched(address, ask);
    await kept?.put(address, answer.clone()).catch(() => {});
    return (await answer.json()) as Chunks;
  } catch (error) {
    const old = await kept?.match(address);
    if (old) return (await old.json()) as Chunks;
    throw error instanceof RecipeError ? error : new RecipeError('dataset', `${address.pathname} is broken`);
  }
}

/** What was kept, unpacked; null where nothing was, or where it is not whole. */
async function unpackedFrom(kept: Cache | undefined, address: URL, length: number): Promise<Uint8Array | null> {
  const old = await kept?.match(address);
  const bytes = old && new Uint8Array(await old.arrayBuffer());
  if (bytes?.length !== length) return null;
  const unpacked = await gunzip(bytes, address.pathname).catch(() => null);
  letGo(bytes);
  return unpacked;
}

async function fetched(address: URL, ask: Ask): Promise<Response> {
  let answer: Response;
  try {
    answer = await ask(address);
  } catch {
    throw new RecipeError('dataset', `${address.pathname} could not be fetched: the server does not answer`);
  }
  if (!answer.ok) throw new RecipeError('dataset', `${address.pathname} could not be fetched: ${answer.status}`);
  return answer;
}

/** Reads an answer of `length` bytes as it comes. */
async function read(
  answer: Response,
  { pathname }: URL,
  length: number,
  onProgress: OnProgress,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(length);
  let at = 0;
  onProgress(0, length);
  try {
    for (const reader = answer.body!.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      if (at + value.length > length) throw new RecipeError('dataset', `${pathname} is longer than ${length} bytes`);
      bytes.set(value, at);
      at += value.length;
      onProgress(at, length);
    }
  } catch (error) {
    if (error instanceof RecipeError) throw error;
    throw new RecipeError('dataset', `${pathname} broke off after ${at} of ${length} bytes`);
  }
  if (at < length) throw new RecipeError('dataset', `${pathname} is cut off: ${at} of ${length} bytes came`);
  return bytes;
}

async function keptAnswers(): Promise<Cache | undefined> {
  try {
    return await caches.open(KEPT);
  } catch {
    return undefined;
  }
}
