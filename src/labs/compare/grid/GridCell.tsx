import { Loader } from '@mantine/core';
import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import { createSmallScatter } from '../../../charts/small-scatter/small-scatter.ts';
import { type SmallScatterData, WHOLE } from '../../../charts/small-scatter/types.ts';
import type { Recipe } from '../../../engine/recipe.ts';
import { type Colored, clusterCount, matchColors } from '../../../state/colors.ts';
import { type Result, recipeKey } from '../../../state/compare/batch.ts';
import { gridRuns } from '../../../state/compare/batches.ts';
import { slotsOfLabels } from '../../../ui/panels/slots.ts';
import { duration } from '../../../ui/rail/run-words.ts';
import { useChart } from '../../../ui/useChart.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import { openInCluster } from '../open.ts';
import type { Plane } from '../picture.ts';
import { clusterWords, paramsWords, titleOf } from '../words.ts';
import classes from './grid.module.css';

type Done = Extract<Result, { status: 'done' }>;

export const useResult = (recipe: Recipe) => useStore(gridRuns, ({ results }) => results.get(recipeKey(recipe)));

function Picture({ plane, done, leader }: { plane: Plane; done: Done; leader: Colored | null }) {
  const palette = usePalette();
  const { labels } = done.outcome;
  const colorOf = useMemo(
    () => slotsOfLabels(labels, matchColors(labels, clusterCount(labels, 0), leader)),
    [labels, leader],
  );
  const data = useMemo<SmallScatterData>(
    () => ({
      x: plane.x,
      y: plane.y,
      labels,
      colorOf,
      selection: null,
      hovered: null,
      palette,
      view: WHOLE,
      summary: '',
    }),
    [plane, labels, colorOf, palette],
  );
  const node = useChart(createSmallScatter, data, nothing);
  return <div ref={node} className={classes.picture} aria-hidden="true" />;
}
const nothing = {};

function words(result: Result | undefined): string {
  if (result?.status === 'done') {
    return `${clusterWords(result.outcome)}, ${duration(result.outcome.seconds)}`;
  }
  if (result?.status === 'failed') return result.field ? `${result.field} ${result.problem}` : result.problem;
  return result?.status === 'cancelled' ? 'cancelled' : 'not there yet';
}

interface Props {
  recipe: Recipe;
  dataset: string;
  plane: Plane | null;
  /** Whether the tab key stops here: at one cell of all. */
  isStop: boolean;
  /** Whose colours it follows. */
  leader: Colored | null;
}

/** One algorithm on one dataset; a click opens it in the Cluster lab. */
export const GridCell = memo(function GridCell({ recipe, dataset, plane, leader, isStop }: Props) {
  const result = useResult(recipe);
  const done = result?.status === 'done' ? result : null;
  const said = words(result);
  const params = paramsWords(recipe.algorithm, recipe.params);
  return (
    <td className={classes.cell}>
      <div className={classes.square}>
        {done && plane?.x.length === done.outcome.labels.length && (
          <Picture plane={plane} done={done} leader={leader} />
        )}
        {result?.status === 'running' && <Loader size={14} className={classes.busy} aria-hidden="true" />}
        {result?.status === 'failed' && <span className={classes.problem}>{said}</span>}
        {done && (
          <span className={classes.time} data-figure-text="" aria-hidden="true">
            {duration(done.outcome.seconds)}
          </span>
        )}
        <button
          type="button"
          className={classes.cover}
          tabIndex={isStop ? 0 : -1}
          aria-label={`${titleOf(recipe.algorithm)} on ${dataset}: ${said}`}
          title={`${titleOf(recipe.algorithm)} on ${dataset}: ${said}\n${params}\nOpen in Cluster`}
          onClick={() => openInCluster(recipe)}
        />
      </div>
    </td>
  );
});
