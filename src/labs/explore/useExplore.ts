import { useMemo } from 'react';
import type { SummaryAnswer } from '../../engine/explore/types.ts';
import type { Recipe } from '../../engine/recipe.ts';
import type { Noun } from '../../engine/spec/algorithm.ts';
import { classNounOf, nounOf, rowsKey } from '../../state/dataset.ts';
import { useRun } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { usePalette } from '../../ui/useTheme.ts';
import { byClass, byCluster, type Grouping, ungrouped } from './grouping.ts';

/** What every section looks at. */
export interface Explored {
  readonly recipe: Recipe;
  readonly summary: SummaryAnswer;
  readonly grouping: Grouping;
  readonly noun: Noun;
  /** What the classes are called: "species". */
  readonly classNoun: string;
  /** Of these rows; null: nothing is selected. */
  readonly selection: ReadonlySet<number> | null;
  /** Whether the rows are those of the picture in the other labs, so that a selection is seen there. */
  readonly isLinked: boolean;
}

const NOISE_GREY = '#85878c';

/** The rows by class or by cluster, as the page colours them; by class where nobody chose. */
function useGrouping(recipe: Recipe, summary: SummaryAnswer | null): Grouping {
  const chosen = useView(({ choice }) => choice.colorBy);
  const shown = useRun((run) => run.shown);
  const colors = useRun((run) => run.colors);
  const palette = usePalette();
  const own = shown && rowsKey(shown.recipe) === rowsKey(recipe) ? shown : null;
  return useMemo(() => {
    if (!summary) return ungrouped(0);
    const { classes, classNames, rows } = summary;
    if (classes && chosen !== 'cluster') return byClass(classes, classNames, palette);
    if (own && own.labels.length === rows) return byCluster(own.labels, colors, palette, NOISE_GREY);
    return ungrouped(rows);
  }, [summary, chosen, own, colors, palette]);
}

export function useExplored(recipe: Recipe, summary: SummaryAnswer | null): Explored | null {
  const grouping = useGrouping(recipe, summary);
  const key = useMemo(() => rowsKey(recipe), [recipe]);
  const isLinked = useView(({ viewed }) => viewed?.rowsKey === key);
  const selected = useView(({ selection }) => selection);
  const selection = isLinked ? selected : null;
  return useMemo(() => {
    if (!summary) return null;
    const { dataset } = recipe;
    return { recipe, summary, grouping, noun: nounOf(dataset), classNoun: classNounOf(dataset), selection, isLinked };
  }, [recipe, summary, grouping, selection, isLinked]);
}
