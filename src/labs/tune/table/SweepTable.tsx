import { memo, useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Sweep } from '../../../engine/spec/sweep.ts';
import { cellColumns, sweepToPython } from '../../../engine/spec/sweep-python.ts';
import { figure, grouped } from '../../../engine/spec/words.ts';
import { datasetName } from '../../../state/dataset.ts';
import { useTune } from '../../../state/tune/store.ts';
import { download } from '../../../ui/export/download.ts';
import type { Cell } from '../../../worker/api.ts';
import { openCell } from '../open.ts';
import { placeText, secondsText } from '../reading/words.ts';
import type { SweepView } from '../sweep-view.ts';
import classes from '../tune.module.css';
import { sweepCsv } from './csv.ts';
import { columnValue } from './rows.ts';

/** So many rows are on a page; so many change in a frame, so that no frame is long. */
const PAGE = 500;
const CHUNK = 60;
/** Of a long page fewer: laying out its rows takes its time as well. */
const LONG = { rows: 200, chunk: 30 };
const WHOLE = ['n_clusters', 'n_clusters_found', 'n_noise', 'n_iter'];

function text(value: number | null, column: string): string {
  if (value === null) return '–';
  if (column === 'seconds') return secondsText(value);
  return WHOLE.includes(column) ? String(value) : figure(value);
}

interface RowProps {
  at: number;
  name: string;
  second: string | null;
  columns: readonly string[];
  cell: Cell | undefined;
  isBest: boolean;
  onOpen(at: number): void;
}

const Row = memo(function Row({ at, name, second, columns, cell, isBest, onOpen }: RowProps) {
  return (
    <tr
      data-best={isBest || undefined}
      onPointerEnter={() => useTune.getState().walkTo(at)}
      onPointerLeave={() => useTune.getState().walkTo(null)}
      onClick={() => onOpen(at)}
    >
      <th scope="row">
        {name}
        {isBest && <span className="visually-hidden"> (best)</span>}
      </th>
      {second !== null && <th scope="row">{second}</th>}
      {!cell && <td colSpan={columns.length}>…</td>}
      {cell?.error && (
        <td colSpan={columns.length} className={classes.failed}>
          {cell.error.field ? `${cell.error.field}: ` : ''}
          {cell.error.problem}
        </td>
      )}
      {cell &&
        !cell.error &&
        columns.map((column) => {
          if (cell.isAwaited && column === 'silhouette_score') {
            return (
              <td key={column} title="still to come">
                …
              </td>
            );
          }
          const value = columnValue(cell, column);
          return (
            <td key={column} title={value === null ? 'not defined' : String(value)}>
              {text(value, column)}
            </td>
          );
        })}
    </tr>
  );
});

/**
 * The cells from…to-1 as the table shows them: at most a chunk of them changes in a frame.
 * @returns `count`: how many rows there are so far
 */
function useInChunks(sweep: Sweep, cells: SweepView['cells'], from: number, to: number) {
  const shown = useRef<{ sweep: Sweep; cells: (Cell | undefined)[]; count: number }>({ sweep, cells: [], count: 0 });
  const [, next] = useReducer((turn: number) => turn + 1, 0);
  if (shown.current.sweep !== sweep) shown.current = { sweep, cells: [], count: shown.current.count };
  const own = shown.current;
  let room = to - from > LONG.rows ? LONG.chunk : CHUNK;
  own.count = Math.min(own.count, to - from);
  for (let at = from; at < to && room > 0; at++) {
    const isNew = at - from >= own.count;
    if (!isNew && own.cells[at] === cells[at]) continue;
    own.cells[at] = cells[at];
    if (isNew) own.count++;
    room--;
  }
  const isBusy = room === 0;
  useEffect(() => {
    if (!isBusy) return;
    const request = requestAnimationFrame(next);
    return () => cancelAnimationFrame(request);
  });
  return { cells: own.cells, count: own.count, isBusy };
}

function Pages({ page, count, all, onPage }: { page: number; count: number; all: number; onPage(page: number): void }) {
  if (count < 2) return null;
  return (
    <div className={classes.pages}>
      <button type="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous {PAGE}
      </button>
      <span className="figures">
        {grouped(page * PAGE + 1)}–{grouped(Math.min(all, (page + 1) * PAGE))} of {grouped(all)}
      </span>
      <button type="button" disabled={page === count - 1} onClick={() => onPage(page + 1)}>
        Next {PAGE}
      </button>
    </div>
  );
}

/** Room for the head of a column and for its values, in characters. */
const widthOf = (head: string) => Math.max(14, head.length + 4);

/** The figures of every cell, and the ways to take them along. */
export function SweepTable({ view }: { view: SweepView }) {
  const { sweep, grid, best } = view;
  const all = grid.xs.length * grid.ys.length;
  const pages = Math.ceil(all / PAGE);
  const [asked, setPage] = useState(0);
  const page = Math.min(asked, pages - 1);
  const { cells, count, isBusy } = useInChunks(sweep, view.cells, page * PAGE, Math.min(all, (page + 1) * PAGE));
  const columns = useMemo(() => cellColumns(sweep), [sweep]);
  const heads = [sweep.x.param, ...(sweep.y ? [sweep.y.param] : []), ...columns];
  const latest = useRef(view);
  latest.current = view;
  const onOpen = useCallback((at: number) => openCell(latest.current, at), []);
  const name = `${datasetName(sweep.recipe.dataset)}-${sweep.recipe.algorithm}-${sweep.x.param}${sweep.y ? `-${sweep.y.param}` : ''}`;
  return (
    <section className={classes.tableArea} aria-label="Table">
      <div className={classes.tableHead}>
        <h2 className="section-title">All cells</h2>
        <span>
          <button type="button" onClick={() => download(`${name}.csv`, sweepCsv(view), 'text/csv')}>
            Table as CSV
          </button>
          <button type="button" onClick={() => download(`${name}.py`, sweepToPython(sweep), 'text/x-python')}>
            Sweep as scikit-learn script
          </button>
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keys. */}
      <section className={classes.scroll} tabIndex={0} aria-label="Table of all cells">
        {/* Fixed widths: a cell that comes in lays out its own row, not the whole table. */}
        <table
          aria-label="Sweep"
          aria-busy={isBusy}
          className={classes.table}
          style={{ width: `${heads.reduce((sum, head) => sum + widthOf(head), 0)}ch` }}
        >
          <colgroup>
            {heads.map((head) => (
              <col key={head} style={{ width: `${widthOf(head)}ch` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {heads.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: count }, (_, i) => {
              const at = page * PAGE + i;
              return (
                <Row
                  key={at}
                  at={at}
                  name={placeText(grid.xs[at % grid.xs.length]!)}
                  second={sweep.y ? placeText(grid.ys[Math.floor(at / grid.xs.length)]!) : null}
                  columns={columns}
                  cell={cells[at]}
                  isBest={at === best}
                  onOpen={onOpen}
                />
              );
            })}
          </tbody>
        </table>
      </section>
      <Pages page={page} count={pages} all={all} onPage={setPage} />
    </section>
  );
}
