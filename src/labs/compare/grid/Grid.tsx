import { Button } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, memo, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { recipeKey } from '../../../state/compare/batch.ts';
import { gridRuns } from '../../../state/compare/batches.ts';
import { type GridRow, gridAlgorithms, gridRecipes, gridRows } from '../../../state/compare/grid.ts';
import { look } from '../../../state/compare/scenes.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { usePlane } from '../picture.ts';
import { titleOf } from '../words.ts';
import { cellAfter } from './cell-keys.ts';
import { GridCell, useResult } from './GridCell.tsx';
import classes from './grid.module.css';

const jobs = gridRecipes.map((recipe) => ({ recipe, maxFrames: 0 }));
const keys = gridRecipes.map(recipeKey);

/** How many have ended, and how many wait for a word. */
function useProgress() {
  const results = useStore(gridRuns, (runs) => runs.results);
  const status = keys.map((key) => results.get(key)?.status);
  const count = (...of: readonly string[]) => status.filter((one) => one !== undefined && of.includes(one)).length;
  return { done: count('done', 'failed'), cancelled: count('cancelled'), running: count('running') };
}

function Progress() {
  const { done, cancelled, running } = useProgress();
  const rest = () => {
    const { results } = gridRuns.getState();
    for (const [i, job] of jobs.entries()) if (results.get(keys[i]!)?.status === 'cancelled') gridRuns.start(job);
  };
  return (
    <div className={classes.progress}>
      <progress aria-label="Cells that are done" max={keys.length} value={done} />
      <span className="figures" role="status">
        {done} of {keys.length}
      </span>
      {running > 0 && (
        <Button size="compact-xs" variant="default" onClick={() => gridRuns.cancel()}>
          Cancel
        </Button>
      )}
      {cancelled > 0 && running === 0 && (
        <Button size="compact-xs" variant="default" onClick={rest}>
          Run the other {cancelled}
        </Button>
      )}
    </div>
  );
}

/** One dataset; `stop`: at which of its cells the tab key stops. Colours follow its true classes, or where there are none, the first algorithm. */
const Row = memo(function Row({ row, stop }: { row: GridRow; stop: number | null }) {
  const first = row.recipes[0]!;
  const plane = usePlane(first, { own: false, waits: false });
  const led = useResult(first);
  const y = plane?.data.table.y;
  const labels = y ?? (led?.status === 'done' ? led.outcome.labels : null);
  const leader = useMemo(
    () => labels && { labels, colors: Int32Array.from({ length: Math.max(...labels) + 1 }, (_, slot) => slot) },
    [labels],
  );
  return (
    <tr>
      <th scope="row">
        <span data-figure-text="">{row.title}</span>
      </th>
      {row.recipes.map((recipe, i) => (
        <GridCell
          key={recipe.algorithm}
          recipe={recipe}
          dataset={row.title}
          plane={plane}
          leader={leader}
          isStop={i === stop}
        />
      ))}
    </tr>
  );
});

/** Rows come one a frame: together they would be one long task. */
function useRowsSoFar(): readonly GridRow[] {
  const [count, setCount] = useState(0);
  useEffect(() => {
    if (count >= gridRows.length) return;
    const request = requestAnimationFrame(() => setCount(count + 1));
    return () => cancelAnimationFrame(request);
  }, [count]);
  return gridRows.slice(0, count);
}

function useSummary(): string {
  const { done } = useProgress();
  const names = gridRows.map(({ title }) => title).join(', ');
  return `${done} of ${keys.length} small pictures: ${gridAlgorithms.length} algorithms, one a column, on ${names}, one a row. Each says by its button how many clusters were found.`;
}

/** Arrow keys go from cell to cell, and the tab key stops at the one that was last. */
function useCellKeys() {
  const [stop, setStop] = useState(0);
  const columns = gridAlgorithms.length;
  const cells = (table: HTMLElement) => [...table.querySelectorAll<HTMLElement>('td button')];
  return {
    stopOf: (row: number) => (Math.floor(stop / columns) === row ? stop % columns : null),
    onFocus({ currentTarget, target }: FocusEvent<HTMLElement>) {
      const at = cells(currentTarget).indexOf(target as HTMLElement);
      if (at >= 0) setStop(at);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const all = cells(event.currentTarget);
      const next = cellAfter(event.key, all.indexOf(event.target as HTMLElement), all.length / columns, columns);
      if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      all[next]?.focus();
    },
  };
}

/** Every algorithm on every dataset of the picture that scikit-learn's documentation made famous, and on two tables. */
export function Grid() {
  const summary = useSummary();
  const rows = useRowsSoFar();
  const { stopOf, ...keyed } = useCellKeys();
  useEffect(() => {
    // The first picture needs its points and one result: both are asked for before anything else is.
    void look(gridRecipes[0]!, null);
    gridRuns.want(jobs);
    return () => gridRuns.leave();
  }, []);
  return (
    <div>
      <Figure
        title="Algorithms by datasets"
        subtitle="500 points each, standardised; Iris and Wine as they start"
        hint="a click opens a cell in Cluster"
        summary={summary}
        controls={<Progress />}
      >
        <div className={classes.scroll}>
          <table className={classes.grid} aria-label="Grid" {...keyed}>
            <thead>
              <tr>
                <td />
                {gridAlgorithms.map((id) => (
                  <th key={id} scope="col">
                    <span data-figure-text="">{titleOf(id)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, i) => (
                <Row key={row.title} row={row} stop={stopOf(i)} />
              ))}
            </tbody>
          </table>
        </div>
      </Figure>
      <p className={classes.note}>
        Parameters as in scikit-learn’s{' '}
        <a
          href="https://scikit-learn.org/stable/auto_examples/cluster/plot_cluster_comparison.html"
          target="_blank"
          rel="noreferrer"
        >
          Comparing different clustering algorithms on toy datasets
        </a>
        . There, agglomerative clustering merges only neighbours (a connectivity matrix), which this page does not have:
        here it is Ward linkage without. K-Means is not in that picture; it has Mini-Batch K-Means’ parameters. Iris and
        Wine have this page’s start values.
      </p>
    </div>
  );
}
