import { useState } from 'react';
import { SPARK_BINS, type SummaryAnswer } from '../../../engine/explore/types.ts';
import classes from '../explore.module.css';
import { Pager } from '../Pager.tsx';
import { columnOrder, firstSorting, PAGE, type Sorting, summaryColumns } from '../summary-table.ts';
import table from '../table.module.css';
import type { Explored } from '../useExplore.ts';
import { tableFigure } from '../words.ts';

function Spark({ summary, column }: { summary: SummaryAnswer; column: number }) {
  const bins = summary.spark.subarray(column * SPARK_BINS, (column + 1) * SPARK_BINS);
  const most = Math.max(1, ...bins);
  const bars = Array.from(bins, (count, i) => {
    const height = count > 0 ? Math.max(1, (count / most) * 20) : 0;
    return `M${i * 4},22v${-height}h3v${height}z`;
  });
  return (
    <svg className={table.spark} width={SPARK_BINS * 4} height={24} aria-hidden="true">
      <path d={bars.join('')} />
    </svg>
  );
}

function Heads({ sorting, onSort, hasClasses }: { sorting: Sorting; onSort(key: string): void; hasClasses: boolean }) {
  return (
    <tr>
      {summaryColumns(hasClasses).map(({ key, title, help }) => {
        const isSorted = sorting.key === key;
        const direction = sorting.descending ? 'descending' : 'ascending';
        return (
          <th key={key} scope="col" title={help} aria-sort={isSorted ? direction : 'none'}>
            <button type="button" onClick={() => onSort(key)}>
              {title}
              <span aria-hidden="true">{isSorted ? (sorting.descending ? '↓' : '↑') : ''}</span>
            </button>
          </th>
        );
      })}
      <th scope="col">spread</th>
    </tr>
  );
}

/** One line a column. */
export function SummaryTable({ explored }: { explored: Explored }) {
  const { summary } = explored;
  const [sorting, setSorting] = useState<Sorting>(() => firstSorting(summary));
  const [page, setPage] = useState(0);
  const hasClasses = summary.classes !== null;
  const columns = summaryColumns(hasClasses);
  const order = columnOrder(summary, sorting);
  const pages = Math.ceil(order.length / PAGE);
  const shown = order.slice(Math.min(page, pages - 1) * PAGE).slice(0, PAGE);
  const onSort = (key: string) => {
    // Numbers are first asked for by their largest, names by their first.
    setSorting({ key, descending: sorting.key === key ? !sorting.descending : key !== 'column' });
    setPage(0);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className={table.scroll} aria-label="Summary of the columns" tabIndex={0}>
        <table className={table.table} aria-label="Summary">
          <thead>
            <Heads sorting={sorting} onSort={onSort} hasClasses={hasClasses} />
          </thead>
          <tbody>
            {shown.map((column) => (
              <tr key={column}>
                <th scope="row" title={summary.featureNames[column]}>
                  {summary.featureNames[column]}
                </th>
                {columns.slice(1).map(({ key, value }) => {
                  const figure = value(summary, column);
                  return (
                    <td key={key} title={Number.isFinite(figure) ? String(figure) : 'not defined'}>
                      {tableFigure(figure)}
                    </td>
                  );
                })}
                <td>
                  <Spark summary={summary} column={column} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Pager page={page} pages={pages} of="columns" onPage={setPage} />
      <p className={classes.note}>
        As pandas' describe: std with n − 1, quartiles linear between neighbours. Skewness is corrected for bias, as
        pandas' skew. {hasClasses && 'η² is the share of the variance that lies between the classes.'}
      </p>
    </>
  );
}
