import { isMissing, numberIn } from './cells.ts';
import { type Column, type ColumnKind, type Decimal, MOST_DISTINCT } from './types.ts';

export const NUMBER_CODE = -1;
export const MISSING_CODE = -2;

/** A column as it grows, row by row. */
export class ColumnBuilder {
  #values = new Float64Array(0);
  #codes: Int32Array | null = null;
  #rows = 0;
  #numbers = 0;
  #missing = 0;
  #min = Infinity;
  #max = -Infinity;
  readonly #texts = new Map<string, number>();
  #slip: Column['slip'] = null;

  add(cell: string, line: number, decimal: Decimal): void {
    const trimmed = cell.trim();
    if (this.#rows === this.#values.length) this.#grow();
    const row = this.#rows++;
    const value = numberIn(trimmed, decimal);
    if (value !== null) {
      this.#numbers++;
      this.#values[row] = value;
      if (value < this.#min) this.#min = value;
      if (value > this.#max) this.#max = value;
      return;
    }
    this.#values[row] = Number.NaN;
    this.#codes ??= new Int32Array(this.#values.length).fill(NUMBER_CODE);
    if (isMissing(trimmed)) {
      this.#missing++;
      this.#codes[row] = MISSING_CODE;
      return;
    }
    this.#slip ??= { line, text: trimmed };
    const code = this.#texts.get(trimmed) ?? this.#texts.size;
    if (code === this.#texts.size) this.#texts.set(trimmed, code);
    this.#codes[row] = code;
  }

  finish(name: string): Column {
    const { min, max } = { min: this.#min, max: this.#max };
    const isNumeric = this.#numbers > 0 && this.#numbers * 2 >= this.#rows - this.#missing;
    const values = this.#numbers > 0 ? this.#values.slice(0, this.#rows) : new Float64Array(0);
    const texts = [...this.#texts.keys()];
    const distinct = Math.min(MOST_DISTINCT, countDistinct(values) + texts.length);
    return {
      name,
      kind: this.#kind(isNumeric, values, distinct),
      values,
      codes: this.#codes && this.#missing + texts.length > 0 ? this.#codes.slice(0, this.#rows) : new Int32Array(0),
      texts,
      missing: this.#missing,
      distinct,
      min: this.#numbers > 0 ? min : null,
      max: this.#numbers > 0 ? max : null,
      slip: isNumeric ? this.#slip : null,
    };
  }

  /** A column is one of numbers if half of what is there are numbers: the others are slips, which must not cost a column unsaid. */
  #kind(isNumeric: boolean, values: Float64Array, distinct: number): ColumnKind {
    if (this.#missing === this.#rows) return 'empty';
    if (isNumeric && this.#texts.size > 0) return 'mixed';
    if (distinct === 1) return 'constant';
    if (!isNumeric) return this.#texts.size === this.#rows && this.#rows > 2 ? 'id' : 'text';
    return countsUp(values) ? 'id' : 'number';
  }

  #grow(): void {
    const values = new Float64Array(Math.max(1024, this.#values.length * 2));
    values.set(this.#values);
    this.#values = values;
    if (!this.#codes) return;
    const codes = new Int32Array(values.length).fill(NUMBER_CODE);
    codes.set(this.#codes);
    this.#codes = codes;
  }
}

function countDistinct(values: Float64Array): number {
  const seen = new Set<number>();
  for (const value of values) {
    if (!Number.isNaN(value)) seen.add(value);
    if (seen.size >= MOST_DISTINCT) break;
  }
  return seen.size;
}

/** Whether a column only numbers its rows: 0, 1, 2, … or 1, 2, 3, …, for more than a few. */
function countsUp(values: Float64Array): boolean {
  if (values.length < 5 || !Number.isInteger(values[0]!)) return false;
  for (let i = 1; i < values.length; i++) if (values[i] !== values[i - 1]! + 1) return false;
  return true;
}
