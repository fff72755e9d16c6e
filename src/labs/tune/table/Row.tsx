import { memo } from 'react';
import { figure } from '../../../engine/spec/words.ts';
import { useTune } from '../../../state/tune/store.ts';
import type { Cell } from '../../../worker/api.ts';
import { secondsText } from '../reading/words.ts';
import { columnValue } from './rows.ts';
import classes from './table.module.css';
import type { Line } from './useLines.ts';

const WHOLE = ['n_clusters', 'n_clusters_found', 'n_noise', 'n_iter'];

function text(value: number | null, column: string): string {
  if (value === null) return '–';
  if (column === 'seconds') return secondsText(value);
  return WHOLE.includes(column) ? String(value) : figure(value);
}

/** What stands across all columns of a cell that has no figures; null for one that has. */
function wordsOf(cell: Cell | undefined): string | null {
  if (!cell) return '…';
  if (!cell.error) return null;
  return cell.error.field ? `${cell.error.field}: ${cell.error.problem}` : cell.error.problem;
}

function Figure({ cell, column }: { cell: Cell; column: string }) {
  if (cell.isAwaited && column === 'silhouette_score') return <td title="still to come">…</td>;
  const value = columnValue(cell, column);
  return <td title={value === null ? 'not defined' : String(value)}>{text(value, column)}</td>;
}

interface RowProps {
  at: number;
  line: Line;
  columns: readonly string[];
  isBest: boolean;
  onOpen(at: number): void;
}

/** A cell of the sweep. */
export const Row = memo(function Row({ at, line: { params, cell }, columns, isBest, onOpen }: RowProps) {
  const words = wordsOf(cell);
  return (
    <tr
      data-best={isBest || undefined}
      onPointerEnter={() => useTune.getState().walkTo(at)}
      onPointerLeave={() => useTune.getState().walkTo(null)}
      onClick={() => onOpen(at)}
    >
      {params.map((param, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the first parameter and the second.
        <th key={i} scope="row">
          {param}
          {isBest && i === 0 && <span className="visually-hidden"> (best)</span>}
        </th>
      ))}
      {words === null ? (
        columns.map((column) => <Figure key={column} cell={cell!} column={column} />)
      ) : (
        <td colSpan={columns.length} className={cell && classes.failed}>
          {words}
        </td>
      )}
    </tr>
  );
});
