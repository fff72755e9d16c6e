import { useMemo } from 'react';
import { type StripRun, strips } from '../../../charts/sweep/strips.ts';
import { figure } from '../../../engine/spec/words.ts';
import { useTune } from '../../../state/tune/store.ts';
import { Figure } from '../../../ui/figure/Figure.tsx';
import { openCell } from '../open.ts';
import { startsOf } from '../reading/starts.ts';
import { extentOf } from '../reading/values.ts';
import { measureText, placeText } from '../reading/words.ts';
import { cellName, type SweepView } from '../sweep-view.ts';
import classes from '../tune.module.css';

const isRun = (datum: unknown): datum is StripRun => typeof datum === 'object' && datum !== null && 'cell' in datum;

/** The same recipe from many starts, by group: how far apart the runs end. */
export function StartsFigure({ view }: { view: SweepView }) {
  const { sweep, grid, score, cells, values } = view;
  const columns = grid.xs.length;
  const groupName = useMemo(
    () => (row: number) => (sweep.y ? placeText(grid.ys[row]!) : sweep.recipe.algorithm),
    [sweep, grid],
  );
  const starts = useMemo(
    () =>
      startsOf(
        grid.ys.map((_, row) => ({ group: groupName(row), cells: cells.slice(row * columns, (row + 1) * columns) })),
      ),
    [grid, cells, columns, groupName],
  );
  const draw = useMemo(() => {
    const runs = values.flatMap((value, cell): StripRun[] => {
      if (value === null) return [];
      const group = groupName(Math.floor(cell / columns));
      return [{ cell, group, value, words: `${cellName(view, cell)}\n${score.name} ${measureText(value, score)}` }];
    });
    const best = score.name === 'inertia' ? (extentOf(values)?.[0] ?? null) : null;
    return strips(runs, score.name, best);
  }, [view, values, score, columns, groupName]);
  const title = sweep.y
    ? `${score.title} by ${sweep.y.param}, ${columns} seeds each`
    : `${score.title} of ${columns} seeds`;
  return (
    <Figure
      title={title}
      subtitle={`${sweep.recipe.algorithm}; every dot is a run, click one to open it`}
      summary={starts.map(
        ({ group, reach, runs }) => `${group}: ${Math.round(100 * reach)} % of ${runs} runs reach the best inertia.`,
      )}
      draw={draw}
      onHover={(datum) => useTune.getState().walkTo(isRun(datum) ? datum.cell : null)}
      onPick={(datum) => isRun(datum) && openCell(view, datum.cell)}
    />
  );
}

/** What the starts came to, in figures. */
export function StartsTable({ view }: { view: SweepView }) {
  const { sweep, grid, cells } = view;
  const columns = grid.xs.length;
  const starts = startsOf(
    grid.ys.map((value, row) => ({
      group: sweep.y ? placeText(value) : sweep.recipe.algorithm,
      cells: cells.slice(row * columns, (row + 1) * columns),
    })),
  );
  if (!starts.some(({ spread }) => spread !== null)) return null;
  return (
    <table className={classes.starts} aria-label="Starts">
      <thead>
        <tr>
          {[
            sweep.y?.param ?? 'algorithm',
            'runs',
            'lowest inertia',
            'highest inertia',
            'reach the best',
            'mean n_iter',
          ].map((head) => (
            <th key={head} scope="col" className="muted">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {starts.map(({ group, runs, spread, reach, iterations }) => (
          <tr key={group}>
            <th scope="row">{group}</th>
            <td>{runs}</td>
            <td>{spread ? figure(spread[0]) : '–'}</td>
            <td>{spread ? figure(spread[1]) : '–'}</td>
            <td>{(100 * reach).toFixed(0)} %</td>
            <td>{iterations?.toFixed(1) ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
