import type { CsvRef, IdxRef } from '../../engine/dataset-ref.ts';
import { chosenTable } from '../../engine/datasets/csv/table.ts';
import type { Column } from '../../engine/datasets/csv/types.ts';
import { imagesTable } from '../../engine/datasets/idx-table.ts';
import { pixels } from '../../engine/pixels.ts';
import type { Table } from '../../engine/types.ts';
import type { ColumnFacts, KeptCsv, KeptIdx, Range } from './kept.ts';

/** The table that a reference means of a kept CSV file. Throws as `chosenTable` does. */
export async function tableOfCsv({ data, columns }: KeptCsv, ref: CsvRef): Promise<Table> {
  const wanted = new Set(ref.columns ?? columns.map(({ name }) => name));
  if (ref.target !== undefined) wanted.add(ref.target);
  const read = columns.map((facts) => (wanted.has(facts.name) ? columnOf(data, facts) : bareColumn(facts)));
  return chosenTable(await Promise.all(read), ref).table;
}

async function columnOf(data: Blob, facts: ColumnFacts): Promise<Column> {
  const [values, codes, texts] = await Promise.all([
    bytesAt(data, facts.at.values),
    bytesAt(data, facts.at.codes),
    bytesAt(data, facts.at.texts),
  ]);
  return {
    ...facts,
    values: new Float64Array(values),
    codes: new Int32Array(codes),
    texts: JSON.parse(new TextDecoder().decode(texts)) as string[],
  };
}

/** A column that nobody asks for: only its name and kind matter. */
const bareColumn = (facts: ColumnFacts): Column => ({
  ...facts,
  values: new Float64Array(0),
  codes: new Int32Array(0),
  texts: [],
});

/** The table of kept images. */
export async function tableOfImages(
  { data, rows, width, height, y }: KeptIdx,
  { transposed }: Pick<IdxRef, 'transposed'>,
): Promise<Table> {
  const bytes = new Uint8Array(await bytesAt(data, [0, rows * width * height]));
  const labels = y && Int32Array.from(new Uint8Array(await bytesAt(data, y)));
  return imagesTable({ X: pixels(bytes, rows, width * height), y: labels, width, height }, transposed);
}

const bytesAt = (data: Blob, [from, to]: Range) => data.slice(from, to).arrayBuffer();
