import { rowOf } from '../../engine/pixels.ts';
import type { Noun } from '../../engine/spec/algorithm.ts';
import type { Table } from '../../engine/types.ts';
import { isPair, type View } from './view.ts';

/** "virginica"; a number alone would say nothing: "blob 1", and where rows and classes are called the same, "true class 3". */
export function className(name: string, noun: Noun, classNoun: string): string {
  return /^[-−]?[\d.,]+$/.test(name) ? `${classNoun === noun.one ? 'true class' : classNoun} ${name}` : name;
}

/** "flower 120 · virginica"; rows are counted from 0, as in Python. */
export function rowName(table: Table, row: number, noun: Noun, classNoun: string): string {
  const name = `${noun.one} ${row}`;
  if (!table.y) return name;
  const label = table.y[row]!;
  return `${name} · ${className(table.classNames[label] ?? String(label), noun, classNoun)}`;
}

const short = (value: number) => String(Number(value.toPrecision(4)));

/** The row's values in the given columns: feature and value, the unit of "petal length (cm)" after the value. */
export function rowValues(table: Table, row: number, columns: readonly number[]): { name: string; value: string }[] {
  const values = rowOf(table.X, row);
  return columns.map((column) => {
    const [, name, unit] = /^(.*?)(?: \((.*)\))?$/.exec(table.featureNames[column] ?? '')!;
    const value = short(values[column]!);
    return { name: name!, value: unit ? `${value} ${unit}` : value };
  });
}

/** "petal length" for "petal length (cm)". */
export const withoutUnit = (feature: string) => feature.replace(/ \([^)]*\)$/, '');

/** Columns that a card has room for. */
const CARD_ROWS = 6;

/** The columns to show of a row: those in view first, then those that are clustered, a few at most. */
export function cardColumns(clustered: readonly number[], view: View): number[] {
  return [...new Set([...(isPair(view) ? view : []), ...clustered])].slice(0, CARD_ROWS);
}
