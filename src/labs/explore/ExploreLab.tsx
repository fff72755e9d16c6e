import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Ask } from '../../engine/explore/types.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { MOST_COLUMNS, useExplore } from '../../state/explore/store.ts';
import { useRun } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { LabLoading, LabPage } from '../../ui/shell/LabPage.tsx';
import { Coloring } from './Coloring.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { pickColumns } from './columns.ts';
import classes from './explore.module.css';
import { SectionTabs } from './SectionTabs.tsx';
import { Selected } from './Selected.tsx';
import { type SectionEntry, sections, sectionsFor } from './sections/index.ts';
import { useAnswer } from './useAnswer.ts';
import { type Explored, useExplored } from './useExplore.ts';

const SUMMARY: Ask & { kind: 'summary' } = { kind: 'summary' };

function Section({ entry, explored }: { entry: SectionEntry; explored: Explored }) {
  const chosen = useExplore(({ columns }) => columns);
  const isNarrow = useMediaQuery('(max-width: 719px)', false, { getInitialValueInEffect: false });
  const most = Math.min((isNarrow && entry.narrow) || (entry.most ?? MOST_COLUMNS), MOST_COLUMNS);
  const picked = useMemo(() => pickColumns(explored.summary, chosen, most), [explored.summary, chosen, most]);
  const View = entry.view;
  return (
    <>
      <div className={classes.controls}>
        {entry.most !== null && (
          <ColumnChooser names={explored.summary.featureNames} picked={picked} isChosen={chosen !== null} />
        )}
        {entry.colored && <Coloring explored={explored} />}
        <Selected noun={explored.noun} isLinked={explored.isLinked} />
      </div>
      <View explored={explored} columns={picked.columns} words={picked.words} />
    </>
  );
}

function Data({ recipe }: { recipe: Recipe }) {
  const { answer: summary, error } = useAnswer(recipe, SUMMARY);
  const explored = useExplored(recipe, summary);
  const asked = useExplore(({ section }) => section);
  if (error) {
    return (
      <p className={classes.problem} role="alert">
        {error}
      </p>
    );
  }
  if (!explored) return <p className="muted">Looking at the data …</p>;
  const offered = sectionsFor(explored.summary);
  // A link may ask for the images of a table that has none.
  const entry = offered.find(({ id }) => id === asked) ?? sections[0]!;
  return (
    <>
      <SectionTabs sections={offered} current={entry.id} />
      <div id="explore-section" role="tabpanel" aria-labelledby={`section-${entry.id}`} className={classes.section}>
        <Section key={entry.id} entry={entry} explored={explored} />
      </div>
    </>
  );
}

/** Know the data before clustering: one section at a time, each of them a link. */
export function ExploreLab() {
  const recipe = useRun(({ asked }) => asked);
  const clear = useView(({ clearSelection }) => clearSelection);
  if (!recipe) return <LabLoading />;
  return (
    <LabPage name="Explore">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere in the lab gives the selection up. */}
      <div className={classes.lab} onKeyDown={(event) => event.key === 'Escape' && clear()}>
        <Data recipe={recipe} />
      </div>
    </LabPage>
  );
}
