import { type CsvRef, type IdxRef, isCsv } from '../dataset-ref.ts';

/** The keys of a query that name files; whatever else a reference says carries the prefix of data. */
export const FILE_KEYS = ['csv', 'idx'] as const;
const LISTS: readonly string[] = ['columns', 'idx', 'labels'];
const FLAGS: readonly string[] = ['header', 'transposed'];

/** A reference to files as keys and texts: `csv=flowers.csv`, `data.target=species`. */
export function fileToQuery(query: URLSearchParams, ref: CsvRef | IdxRef, prefix: string): void {
  const own = isCsv(ref) ? 'csv' : 'idx';
  for (const [key, value] of Object.entries(ref)) {
    query.set(key === own ? key : prefix + key, Array.isArray(value) ? listText(value) : String(value));
  }
}

/** The reference that a query holds, not yet validated; undefined where it names no file. */
export function fileFromQuery(query: URLSearchParams, prefix: string): Readonly<Record<string, unknown>> | undefined {
  const own = FILE_KEYS.find((key) => query.has(key));
  if (!own) return undefined;
  const ref = new Map<string, unknown>();
  for (const [key, text] of query) {
    const name = key === own ? key : key.startsWith(prefix) ? key.slice(prefix.length) : null;
    if (name !== null && !ref.has(name)) ref.set(name, readValue(name, text));
  }
  return Object.fromEntries(ref);
}

function readValue(name: string, text: string): unknown {
  if (LISTS.includes(name)) return listOf(text);
  if (FLAGS.includes(name) && /^(true|false)$/.test(text)) return text === 'true';
  return text;
}

/** Names with commas between them; as JSON where a name has one itself. */
function listText(names: readonly string[]): string {
  return names.some((name) => name.includes(',') || name.startsWith('[')) ? JSON.stringify(names) : names.join(',');
}

function listOf(text: string): unknown {
  if (!text.startsWith('[')) return text.split(',');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
