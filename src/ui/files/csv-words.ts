import { counted, grouped } from '../../engine/spec/words.ts';
import { type Choice, isUneven } from '../../state/files/choice.ts';
import { wholeRows } from '../../state/files/rows.ts';
import type { ColumnFacts, KeptCsv } from '../../worker/files/kept.ts';

/** What may stand between two cells, and what it is called. */
export const SEPARATORS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};

/** "150 rows, 5 columns, separated by semicolons, decimal commas" */
export function fileWords({ rows, columns, format, stated, encoding }: KeptCsv): string {
  return [
    counted(rows, { one: 'row', many: 'rows' }),
    counted(columns.length, { one: 'column', many: 'columns' }),
    ...(columns.length > 1 || stated?.sep ? [`separated by ${SEPARATORS[format.sep] ?? `“${format.sep}”`}`] : []),
    ...(format.decimal === ',' ? ['decimal commas'] : []),
    ...(encoding === 'cp1252' ? ['not UTF-8: read as Windows-1252'] : []),
  ].join(' · ');
}

const short = (value: number) => String(Number(value.toPrecision(4)));

/** What a column is: "number, 4.3 to 7.9", "text, 3 different", "the same in every row". */
export function columnWords({ kind, min, max, texts, distinct, slip, missing }: ColumnFacts): string {
  const words = {
    number: `number, ${min === null ? '' : `${short(min)} to ${short(max!)}`}`,
    text: `text, ${grouped(distinct)} different`,
    mixed: `numbers but for line ${slip?.line}: “${slip?.text.slice(0, 20)}”`,
    constant: 'the same in every row',
    id: texts > 0 ? 'text, another in every row' : 'counts the rows',
    empty: 'no values',
  }[kind];
  return missing > 0 && kind !== 'empty' ? `${words} · ${grouped(missing)} missing` : words;
}

/** What comes of a choice, in a sentence or two. */
export function choiceWords(file: KeptCsv, { columns, target }: Choice): string {
  const used = target === null ? columns : [...columns, target];
  const left = file.rows - wholeRows(file, used);
  const rows =
    left === 0
      ? `${file.rows === 1 ? '' : 'All '}${counted(file.rows, { one: 'row', many: 'rows' })}`
      : `${grouped(file.rows - left)} of ${grouped(file.rows)} rows`;
  const why =
    left === 0
      ? ''
      : left === 1
        ? '; 1 row with a missing value is left out'
        : `; ${grouped(left)} rows with missing values are left out`;
  const scaled = isUneven(file, columns) ? ' Ranges differ widely, so features start standardised.' : '';
  return `${rows} with ${counted(columns.length, { one: 'feature', many: 'features' })}${why}.${scaled}`;
}
