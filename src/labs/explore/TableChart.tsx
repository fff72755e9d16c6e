import { useMemo } from 'react';
import type { Chart } from '../../charts/chart.ts';
import type { TableCallbacks, TableView } from '../../charts/explore/matrix/types.ts';
import type { ValuesAnswer } from '../../engine/explore/types.ts';
import { useView } from '../../state/view.ts';
import { useChart } from '../../ui/useChart.ts';
import { matrixColumns, tableView } from './table-view.ts';
import type { Explored } from './useExplore.ts';

const linked: TableCallbacks = {
  onSelect: (rows, mode) => useView.getState().select(rows, mode),
  onClearSelection: () => useView.getState().clearSelection(),
  onHover: (row) => useView.getState().hover(row),
};
const unlinked: TableCallbacks = {};

interface Props {
  create(node: HTMLElement, callbacks: TableCallbacks): Chart<TableView>;
  explored: Explored;
  answer: ValuesAnswer;
  label: string;
}

/** A chart of whole rows, linked with everything else that shows them. */
export function TableChart({ create, explored, answer, label }: Props) {
  const hovered = useView((view) => (explored.isLinked ? view.hovered : null));
  const { summary } = explored;
  const columns = useMemo(() => matrixColumns({ summary }, answer), [summary, answer]);
  const data = useMemo(
    () => tableView(explored, columns, answer.shown, hovered, label),
    [explored, columns, answer, hovered, label],
  );
  const node = useChart(create, data, explored.isLinked ? linked : unlinked);
  return <div ref={node} />;
}
