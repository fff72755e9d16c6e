import type { MatrixColumn, TableView } from '../../charts/explore/matrix/types.ts';
import type { ValuesAnswer } from '../../engine/explore/types.ts';
import { className } from '../../ui/picture/rows.ts';
import type { Explored } from './useExplore.ts';

/** "flower 12 · setosa"; rows are counted from 0, as in Python. */
export function rowName(explored: Pick<Explored, 'summary' | 'noun' | 'classNoun'>, row: number): string {
  const { summary, noun, classNoun } = explored;
  const name = `${noun.one} ${row}`;
  if (!summary.classes) return name;
  return `${name} · ${className(summary.classNames[summary.classes[row]!] ?? '', noun, classNoun)}`;
}

/** The columns of an answer with their names and extents. */
export function matrixColumns(
  { summary }: Pick<Explored, 'summary'>,
  { columns, values }: ValuesAnswer,
): MatrixColumn[] {
  return columns.map((column, at) => ({
    name: summary.featureNames[column]!,
    values: values[at]!,
    min: summary.min[column]!,
    max: summary.max[column]!,
  }));
}

/** What a chart of whole rows draws. */
export function tableView(
  explored: Explored,
  columns: readonly MatrixColumn[],
  shown: Int32Array,
  hovered: number | null,
  label: string,
): TableView {
  const { grouping, selection } = explored;
  return {
    columns,
    shown,
    groupOf: grouping.ofRow,
    groups: grouping.looks,
    selection,
    hovered,
    nameOf: (row) => rowName(explored, row),
    label,
  };
}
