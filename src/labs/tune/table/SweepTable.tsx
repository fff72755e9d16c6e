import { type CSSProperties, useCallback, useMemo, useRef, useState } from 'react';
import { cellColumns, sweepToPython } from '../../../engine/spec/sweep-python.ts';
import { grouped } from '../../../engine/spec/words.ts';
import { datasetName } from '../../../state/dataset.ts';
import { download } from '../../../ui/export/download.ts';
import { openCell } from '../open.ts';
import type { SweepView } from '../sweep-view.ts';
import { sweepCsv } from './csv.ts';
import { Row } from './Row.tsx';
import classes from './table.module.css';
import { useLines } from './useLines.ts';

/** So many rows are on a page; so many are a part of it that is laid out only where it is seen. */
const PAGE = 500;
const PART = 25;

function Pages({ page, count, all, onPage }: { page: number; count: number; all: number; onPage(page: number): void }) {
  if (count < 2) return null;
  return (
    <div className={classes.pages}>
      <button type="button" className="text-button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous {PAGE}
      </button>
      <span className="figures">
        {grouped(page * PAGE + 1)}–{grouped(Math.min(all, (page + 1) * PAGE))} of {grouped(all)}
      </span>
      <button type="button" className="text-button" disabled={page === count - 1} onClick={() => onPage(page + 1)}>
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
  const columns = useMemo(() => cellColumns(sweep), [sweep]);
  const heads = [sweep.x.param, ...(sweep.y ? [sweep.y.param] : []), ...columns];
  const first = page * PAGE;
  const { lines, isBusy } = useLines(view, heads.join(), first, Math.min(all, first + PAGE));
  const parts = Array.from({ length: Math.ceil(lines.length / PART) }, (_, i) => lines.slice(i * PART, (i + 1) * PART));
  const latest = useRef(view);
  latest.current = view;
  const onOpen = useCallback((at: number) => openCell(latest.current, at), []);
  const name = `${datasetName(sweep.recipe.dataset)}-${sweep.recipe.algorithm}-${sweep.x.param}${sweep.y ? `-${sweep.y.param}` : ''}`;
  return (
    <section className={classes.tableArea} aria-label="Table">
      <div className={classes.tableHead}>
        <h2 className="section-title">All cells</h2>
        <span>
          <button
            type="button"
            className="text-button"
            onClick={() => download(`${name}.csv`, sweepCsv(view), 'text/csv')}
          >
            Table as CSV
          </button>
          <button
            type="button"
            className="text-button"
            onClick={() => download(`${name}.py`, sweepToPython(sweep), 'text/x-python')}
          >
            Sweep as scikit-learn script
          </button>
        </span>
      </div>
      <section
        className={classes.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keys.
        tabIndex={0}
        aria-label="Table of all cells"
        style={{ '--rows': Math.min(PAGE, all - first) } as CSSProperties}
      >
        {/* Columns of given widths: a row is laid out by itself. */}
        <table
          aria-label="Sweep"
          aria-busy={isBusy}
          className={classes.table}
          style={{ '--columns': heads.map((head) => `${widthOf(head)}ch`).join(' ') } as CSSProperties}
        >
          <thead>
            <tr>
              {heads.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          {parts.map((part, i) => {
            const at = first + i * PART;
            return (
              <tbody key={at} style={{ '--rows': part.length } as CSSProperties}>
                {part.map((line, row) => (
                  <Row
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place.
                    key={row}
                    at={at + row}
                    line={line}
                    columns={columns}
                    isBest={at + row === best}
                    onOpen={onOpen}
                  />
                ))}
              </tbody>
            );
          })}
        </table>
      </section>
      <Pages page={page} count={pages} all={all} onPage={setPage} />
    </section>
  );
}
