import Papa from 'papaparse';

/** Rows of cells, and how much of the text they take. */
export interface Split {
  readonly rows: readonly (readonly string[])[];
  /** The first row with a broken quote, the column (from 1) where that is known, and what is wrong with it. */
  readonly broken: { readonly row: number; readonly column: number | null; readonly problem: string } | null;
  /** Where the rest of the text begins: a row that has not ended yet. */
  readonly used: number;
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly type: string; readonly row?: number; readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

const PROBLEMS: Readonly<Record<string, string>> = {
  MissingQuotes: 'a quoted cell does not end',
  InvalidQuotes: 'a quote within a quoted cell (two quotes stand for one)',
};

/**
 * Splits text, whose lines end in \n, into cells.
 * @param isWhole false: more text follows, and the last row waits for it
 */
export function split(text: string, sep: string, isWhole: boolean): Split {
  const parser = new Papa.Parser({ delimiter: sep, newline: '\n' });
  const { data, errors, meta } = parser.parse(text, 0, !isWhole) as Parsed;
  const error = errors.find(({ type, row }) => type === 'Quotes' && (row ?? 0) < (isWhole ? Infinity : data.length));
  return {
    rows: data,
    broken: error ? brokenBy(error, data) : null,
    used: isWhole ? text.length : meta.cursor,
  };
}

function brokenBy({ row = 0, code }: Parsed['errors'][number], data: Parsed['data']): Split['broken'] {
  // A quote that does not end takes all that follows: its cell is the row's last.
  const column = code === 'MissingQuotes' ? (data[row]?.length ?? null) : null;
  return { row, column, problem: PROBLEMS[code] ?? code };
}

/** How many lines of the file a row takes: a quoted cell may have several. */
export function linesOf(row: readonly string[]): number {
  let lines = 1;
  for (const cell of row) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Whether a row has nothing in it; such rows are passed over. */
export function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}
