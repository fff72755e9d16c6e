import { RecipeError } from '../../types.ts';
import { ColumnBuilder } from './column.ts';
import { detectFormat } from './format.ts';
import { uniqueNames } from './names.ts';
import { isBlank, linesOf, split } from './split.ts';
import type { Column, CsvFormat } from './types.ts';

/** A CSV file as columns. */
export interface CsvTable {
  readonly format: CsvFormat;
  readonly rows: number;
  readonly columns: readonly Column[];
  /** The first rows as they are written. */
  readonly preview: readonly (readonly string[])[];
}

const PREVIEW_ROWS = 8;
/** The beginning from which a format is found out. */
const SAMPLE_LENGTH = 2 ** 16;
/** A row of more than this is one whose quote does not end. */
const LONGEST_ROW = 2 ** 22;
const MOST_COLUMNS = 10_000;
/** As many as any table may have. */
const MOST_ROWS = 1_000_000;

/**
 * Reads a CSV file piece by piece, so that a large one need not be in memory as text, nor be read in one go.
 * Every method throws a RecipeError naming `dataset.csv`, with the line and column at fault.
 */
export class CsvReader {
  readonly #name: string;
  readonly #given: Partial<CsvFormat>;
  #format: CsvFormat | null = null;
  #rest = '';
  /** A piece may end between \r and \n. */
  #endsInReturn = false;
  #line = 1;
  #header: readonly string[] | null = null;
  #builders: ColumnBuilder[] = [];
  #rows = 0;
  readonly #preview: (readonly string[])[] = [];

  /** @param name the file's, for messages */
  constructor(name: string, given: Partial<CsvFormat> = {}) {
    this.#name = name;
    this.#given = given;
    const { sep, decimal, header } = given;
    if (sep !== undefined && decimal !== undefined && header !== undefined) this.#format = { sep, decimal, header };
  }

  push(piece: string): void {
    this.#rest += this.#withPlainLines(piece);
    if (!this.#format && this.#rest.length < SAMPLE_LENGTH) return;
    this.#format ??= detectFormat(this.#rest.slice(0, SAMPLE_LENGTH), false, this.#given);
    this.#take(false);
    if (this.#rest.length > LONGEST_ROW) {
      this.#fail(this.#line, 'a quoted cell does not end, or this is not a table');
    }
  }

  end(): CsvTable {
    if (this.#endsInReturn) this.#rest += '\n';
    this.#format ??= detectFormat(this.#rest, true, this.#given);
    this.#take(true);
    if (!this.#header) throw new RecipeError('dataset.csv', `${this.#name} is empty`);
    if (this.#rows === 0) throw new RecipeError('dataset.csv', `${this.#name} has no rows`);
    const names = this.#format.header ? uniqueNames(this.#header) : this.#header.map((_, j) => String(j));
    return {
      format: this.#format,
      rows: this.#rows,
      columns: this.#builders.map((builder, j) => builder.finish(names[j]!)),
      preview: this.#preview,
    };
  }

  #withPlainLines(piece: string): string {
    const text = this.#endsInReturn ? `\r${piece}` : piece;
    this.#endsInReturn = text.endsWith('\r');
    const whole = this.#endsInReturn ? text.slice(0, -1) : text;
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  }

  #take(isWhole: boolean): void {
    const hasQuotes = this.#rest.includes('"');
    const { rows, broken, used } = split(this.#rest, this.#format!.sep, isWhole);
    this.#rest = this.#rest.slice(used);
    for (const [i, row] of rows.entries()) {
      if (broken?.row === i) this.#fail(this.#line, broken.problem, broken.column);
      if (!isBlank(row)) this.#takeRow(row);
      this.#line += hasQuotes ? linesOf(row) : 1;
    }
  }

  #takeRow(row: readonly string[]): void {
    const { decimal, header } = this.#format!;
    if (!this.#header) {
      if (row.length > MOST_COLUMNS) this.#fail(this.#line, `more than ${MOST_COLUMNS} columns`);
      this.#header = row;
      this.#builders = row.map(() => new ColumnBuilder());
      if (header) return;
    }
    const width = this.#builders.length;
    if (row.length !== width) {
      const found = `${row.length} ${row.length === 1 ? 'column' : 'columns'} where the`;
      this.#fail(this.#line, `${found} ${header ? 'header' : 'first row'} has ${width}`);
    }
    if (this.#rows === MOST_ROWS) this.#fail(this.#line, `more than ${MOST_ROWS} rows`);
    for (let j = 0; j < width; j++) this.#builders[j]!.add(row[j]!, this.#line, decimal);
    if (this.#rows++ < PREVIEW_ROWS) this.#preview.push(row);
  }

  /** @param column from 1; null: which one is not known */
  #fail(line: number, problem: string, column: number | null = null): never {
    const name = column !== null && this.#format?.header ? this.#header?.[column - 1]?.trim() : undefined;
    const place = column === null ? '' : `, column ${name ? `"${name}"` : column}`;
    throw new RecipeError('dataset.csv', `${this.#name}, line ${line}${place}: ${problem}`);
  }
}
