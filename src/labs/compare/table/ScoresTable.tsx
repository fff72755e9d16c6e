import { Fragment, memo, startTransition, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { grouped, listed } from '../../../engine/spec/words.ts';
import { type ScoreColumn, useCompare } from '../../../state/compare/store.ts';
import { download } from '../../../ui/export/download.ts';
import { NO_CLASSES_NOTE } from '../../../ui/panels/score-words.ts';
import type { Entry } from '../multiples/comparison.ts';
import { openInCluster } from '../open.ts';
import { paramsWords } from '../words.ts';
import { type Column, columnsOf, markedValue, nextSorting, rowOrder, usualScores } from './columns.ts';
import { scoresCsv } from './csv.ts';
import { RankBy } from './RankBy.tsx';
import classes from './table.module.css';

/** A long name breaks after its underscores. */
function Name({ id }: { id: string }) {
  return id.split('_').map((part, i) => (
    <Fragment key={part}>
      {i > 0 && '_'}
      {i > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

function Head({ id, doc, better }: { id: ScoreColumn; doc: string; better: Column['better'] }) {
  const sorting = useCompare((compare) => compare.sorting);
  const mine = sorting?.column === id ? sorting : null;
  const direction = mine ? (mine.descending ? 'descending' : 'ascending') : 'none';
  return (
    <th scope="col" aria-sort={direction} title={doc}>
      <button type="button" onClick={() => useCompare.getState().setSorting(nextSorting(sorting, id, better))}>
        <Name id={id} />
        <span aria-hidden="true" className={classes.arrow}>
          {mine ? (mine.descending ? '▼' : '▲') : ''}
        </span>
      </button>
    </th>
  );
}

function Value({ column, value, best }: { column: Column; value: number | null; best: number | null }) {
  if (value === null) {
    return (
      <td title={column.absence}>
        –<span className="visually-hidden"> {column.absence}</span>
      </td>
    );
  }
  const isBest = value === best;
  return (
    <td title={String(value)} data-best={isBest || undefined}>
      {isBest && (
        <span className={classes.star} aria-hidden="true">
          ★
        </span>
      )}
      {column.show(value)}
      {isBest && <span className="visually-hidden"> best</span>}
    </td>
  );
}

interface RowProps {
  entry: Entry;
  i: number;
  columns: readonly Column[];
  /** Its class stands more than once: its parameters tell it from the others. */
  isOneOfSeveral: boolean;
}

function Row({ entry, i, columns, isOneOfSeveral }: RowProps) {
  const { participant, recipe, result, done } = entry;
  const words = recipe ? paramsWords(participant.algorithm, recipe.params) : '';
  const open = () => recipe && openInCluster(recipe);
  return (
    // The button in its first cell does the same for the keys.
    <tr onClick={open} aria-busy={(result !== done && result?.status === 'running') || undefined}>
      <th scope="row" title={words} data-params={isOneOfSeveral ? words : undefined}>
        <button type="button" title={`Open in Cluster: ${words}`}>
          {participant.algorithm}
        </button>
      </th>
      {columns.map((column) => (
        <Value key={column.id} column={column} value={column.values[i] ?? null} best={markedValue(column)} />
      ))}
    </tr>
  );
}

const isOneOfSeveral = (entries: readonly Entry[], i: number) =>
  entries.some(({ participant }, j) => j !== i && participant.algorithm === entries[i]!.participant.algorithm);

/** Later than the pictures: what opens first must not be one long task. */
export const ScoresSoon = memo(function ScoresSoon(props: { entries: readonly Entry[]; hasClasses: boolean | null }) {
  const [isSoon, setSoon] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setSoon(true)));
    return () => clearTimeout(timer);
  }, []);
  return isSoon && <ScoresTable {...props} />;
});

/** All scores of all that take part; it sorts by any column, and a click on a row opens it in the Cluster lab. */
function ScoresTable({ entries: latest, hasClasses }: { entries: readonly Entry[]; hasClasses: boolean | null }) {
  // After the pictures, in slices, and several results at once.
  const entries = useDeferredValue(latest);
  const sorting = useCompare((compare) => compare.sorting);
  const chosen = useCompare((compare) => compare.ranked);
  const ranked = useMemo(() => chosen ?? usualScores(hasClasses !== false), [chosen, hasClasses]);
  const columns = useMemo(() => columnsOf(entries, hasClasses !== false, ranked), [entries, hasClasses, ranked]);
  const order = rowOrder(entries, columns, sorting);
  const lowest = listed(columns.filter(({ better }) => better === 'lower').map(({ id }) => id));
  const sample = entries.find(({ done }) => done?.scores.silhouetteSampleSize)?.done?.scores.silhouetteSampleSize;
  return (
    <section className={classes.scores} aria-label="Scores of all">
      <div className={classes.top}>
        <h2 className="section-title">Scores</h2>
        <button
          type="button"
          className="export-button"
          aria-label="Scores as CSV"
          onClick={() => download('scores.csv', scoresCsv(entries, columns, order), 'text/csv')}
        >
          CSV
        </button>
      </div>
      <RankBy ranked={ranked} />
      <div className={classes.scroll}>
        <table aria-label="Scores" className={classes.table}>
          <thead>
            <tr>
              <Head id="algorithm" doc="The estimator’s class." better={null} />
              {columns.map(({ id, doc, better }) => (
                <Head key={id} id={id} doc={doc} better={better} />
              ))}
            </tr>
          </thead>
          <tbody>
            {order.map((i) => (
              <Row
                key={entries[i]!.participant.id}
                entry={entries[i]!}
                i={i}
                columns={columns}
                isOneOfSeveral={isOneOfSeveral(entries, i)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.note}>
        ★ marks the best of a column; of {lowest} the lowest is the best. Noise counts as one more cluster, as in
        scikit-learn.
        {hasClasses === false && ` ${NO_CLASSES_NOTE}`}
        {sample ? ` The silhouette is that of a sample of ${grouped(sample)} rows.` : ''}
      </p>
    </section>
  );
}
