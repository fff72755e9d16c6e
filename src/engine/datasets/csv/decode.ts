import { RecipeError } from '../../types.ts';
import { isGzip } from '../idx.ts';
import { CsvReader, type CsvTable } from './reader.ts';
import type { CsvFormat } from './types.ts';

/** A file in pieces; asked for anew where the first guess at its encoding was wrong. */
export type Pieces = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface ReadCsv extends CsvTable {
  /** pandas' name of an encoding that is not UTF-8. */
  readonly encoding: string | null;
}

/** An encoding by pandas' name and by the browser's. */
interface Encoding {
  readonly pandas: 'cp1252' | 'utf-16' | null;
  readonly browser: string;
}
const UTF_8: Encoding = { pandas: null, browser: 'utf-8' };
const CP1252: Encoding = { pandas: 'cp1252', browser: 'windows-1252' };

/**
 * Reads a CSV file from its bytes: UTF-8, UTF-16 where its mark says so, and Windows-1252 where it is not UTF-8.
 * @throws RecipeError naming `dataset.csv`, with line and column where they are at fault; whatever `pieces` throws
 */
export async function readCsv(pieces: Pieces, name: string, given: Partial<CsvFormat> = {}): Promise<ReadCsv> {
  const encoding = await encodingOf(pieces, name);
  try {
    return await readAs(encoding, pieces, name, given);
  } catch (error) {
    // The decoder says with a TypeError what is not of that encoding.
    if (!(error instanceof TypeError)) throw error;
    if (encoding !== UTF_8) {
      throw new RecipeError('dataset.csv', `${name} begins as UTF-16 and does not go on so; it may be cut off`);
    }
    return readAs(CP1252, pieces, name, given);
  }
}

async function readAs(encoding: Encoding, pieces: Pieces, name: string, given: Partial<CsvFormat>): Promise<ReadCsv> {
  const decoder = new TextDecoder(encoding.browser, { fatal: true });
  const reader = new CsvReader(name, given);
  for await (const piece of pieces()) {
    const text = decoder.decode(piece, { stream: true });
    if (text.includes('\0'))
      throw new RecipeError('dataset.csv', `${name} is not a table of text: it is a binary file`);
    reader.push(text);
  }
  reader.push(decoder.decode());
  return { ...reader.end(), encoding: encoding.pandas };
}

/** What the first bytes say. */
async function encodingOf(pieces: Pieces, name: string): Promise<Encoding> {
  for await (const piece of pieces()) {
    const [a, b] = piece;
    if (a === 0xff && b === 0xfe) return { pandas: 'utf-16', browser: 'utf-16le' };
    if (a === 0xfe && b === 0xff) return { pandas: 'utf-16', browser: 'utf-16be' };
    if (a === 0x50 && b === 0x4b) {
      throw new RecipeError('dataset.csv', `${name} is an Excel workbook or a ZIP file; save the sheet as CSV first`);
    }
    if (isGzip(piece)) throw new RecipeError('dataset.csv', `${name} is packed by gzip; unpack it first`);
    return UTF_8;
  }
  return UTF_8;
}
