import type { OutliersAnswer } from '../../engine/explore/types.ts';
import { counted } from '../../engine/spec/words.ts';
import { useView } from '../../state/view.ts';
import classes from './explore.module.css';
import table from './table.module.css';
import { rowName } from './table-view.ts';
import type { Explored } from './useExplore.ts';
import { tableFigure } from './words.ts';

const MOST = 12;

/** The rows that lie farthest out; a click selects. */
export function OutlierTable({ explored, answer }: { explored: Explored; answer: OutliersAnswer }) {
  const { noun, summary, selection, isLinked } = explored;
  const { rows } = answer;
  const { select } = useView.getState();
  if (rows.length === 0) return <p>No {noun.one} is an outlier in these columns.</p>;
  return (
    <>
      <p>
        {counted(rows.length, noun)} {rows.length === 1 ? 'is an outlier' : 'are outliers'} in at least one column.{' '}
        {isLinked && (
          <button type="button" className={classes.link} onClick={() => select(rows)}>
            Select {rows.length === 1 ? 'it' : 'them all'}
          </button>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className={table.scroll} aria-label="The farthest outliers" tabIndex={0}>
        <table className={table.table} aria-label="Outliers">
          <thead>
            <tr>
              <th scope="col">{noun.one}</th>
              <th scope="col">farthest in</th>
              <th scope="col">z there</th>
              <th scope="col">columns</th>
            </tr>
          </thead>
          <tbody>
            {Array.from(rows.subarray(0, MOST), (row, i) => (
              <tr key={row} data-selected={selection?.has(row) || undefined}>
                <th scope="row">
                  {isLinked ? (
                    <button type="button" className={classes.link} onClick={() => select([row])}>
                      {rowName(explored, row)}
                    </button>
                  ) : (
                    rowName(explored, row)
                  )}
                </th>
                <td>{summary.featureNames[answer.columns[answer.worst[i]!]!]}</td>
                <td>{tableFigure(answer.worstScore[i]!)}</td>
                <td>{answer.times[i]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > MOST && <p className={classes.note}>The {MOST} farthest.</p>}
    </>
  );
}
