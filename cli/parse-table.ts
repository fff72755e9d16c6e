import Papa from 'papaparse';
import { RecipeError } from '../src/engine/types.ts';

/** The cells of a CSV file as text. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The line of the file on which each row begins, from 1. */
  readonly lines: readonly number[];
}

/**
 * Splits a CSV file into cells; the delimiter is found out. A first row of numbers is no header: the columns are then called
 * 0, 1, 2, …
 * @param file its name, for messages
 * @throws RecipeError for an empty file, a broken quote, a row that is too short or too long, two columns of one name
 */
export function parseTable(text: string, file: string): TextTable {
  const { rows, lines } = split(text.replace(/^\uFEFF/, ''), file);
  const first = rows[0];
  if (!first) throw new RecipeError('dataset.csv', `${file} is empty`);
  const isHeader = !first.every((cell) => cell.trim() !== '' && Number.isFinite(Number(cell)));
  const header = isHeader ? first.map((cell) => cell.trim()) : first.map((_, j) => String(j));
  const start = isHeader ? 1 : 0;
  const table = { header, rows: rows.slice(start), lines: lines.slice(start) };
  checkShape(table, file);
  return table;
}

function split(text: string, file: string): { rows: string[][]; lines: number[] } {
  const rows: string[][] = [];
  const lines: number[] = [];
  let cursor = 0;
  let line = 1;
  Papa.parse<string[]>(text, {
    step({ data, errors, meta }) {
      const broken = errors.find(({ type }) => type === 'Quotes');
      if (broken) throw new RecipeError('dataset.csv', `${file}, line ${line}: ${broken.message}`);
      if (data.some((cell) => cell.trim() !== '')) {
        rows.push(data);
        lines.push(line);
      }
      for (; cursor < meta.cursor; cursor++) if (text[cursor] === '\n') line++;
    },
  });
  return { rows, lines };
}

function checkShape({ header, rows, lines }: TextTable, file: string): void {
  const twice = header.find((name, j) => header.indexOf(name) < j);
  if (twice !== undefined) throw new RecipeError('dataset.csv', `${file} has two columns "${twice}"`);
  if (rows.length === 0) throw new RecipeError('dataset.csv', `${file} has no rows`);
  const i = rows.findIndex((row) => row.length !== header.length);
  if (i < 0) return;
  const found = `${rows[i]!.length} columns where the header has ${header.length}`;
  throw new RecipeError('dataset.csv', `${file}, line ${lines[i]}: ${found}`);
}
