import { Button } from '@mantine/core';
import { memo, type RefObject, useRef } from 'react';
import { algorithms } from '../../../engine/algorithms/specs.ts';
import { multiples } from '../../../state/compare/batches.ts';
import { MOST_PARTICIPANTS } from '../../../state/compare/participants.ts';
import { useCompare } from '../../../state/compare/store.ts';
import { datasetTitle } from '../../../state/dataset.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { Picker } from '../../../ui/controls/Picker.tsx';
import { saveFigure } from '../../../ui/figure/save-figure.ts';
import { ProjectionPicker } from '../../../ui/picture/ProjectionPicker.tsx';
import { type Plane, usePlane } from '../picture.ts';
import { Selected } from '../Selected.tsx';
import { ScoresSoon } from '../table/ScoresTable.tsx';
import { Card } from './Card.tsx';
import { ComparePlayer, TouchZoom, ZoomButtons } from './ComparePlayer.tsx';
import { type Entry, useComparison } from './comparison.ts';
import { HoverTip } from './HoverTip.tsx';
import classes from './multiples.module.css';

const groups = [{ group: '', options: algorithms.map(({ id, title }) => ({ value: id, label: title })) }];

const WhoTakesPart = memo(function WhoTakesPart({ entries }: { entries: readonly Entry[] }) {
  const isChosen = useCompare(({ chosen }) => chosen !== null);
  const running = entries.filter(({ result }) => result?.status === 'running').length;
  const { add, resetAll } = useCompare.getState();
  return (
    <>
      {entries.length < MOST_PARTICIPANTS && (
        <Picker name="Add an algorithm" look="pill" value="Add an algorithm" groups={groups} onChange={add} />
      )}
      {isChosen && (
        <Button size="compact-sm" variant="subtle" onClick={resetAll}>
          Every algorithm, as it starts
        </Button>
      )}
      {running > 0 && (
        <span className={classes.running} role="status">
          {running} running
          <Button size="compact-xs" variant="default" onClick={() => multiples.cancel()}>
            Cancel
          </Button>
        </span>
      )}
    </>
  );
});

/** What the pictures have in common, and the way to take them along. */
const Caption = memo(function Caption({ plane, cards }: { plane: Plane; cards: RefObject<HTMLDivElement | null> }) {
  const title = useRecipe(({ recipe }) => `Algorithms on ${datasetTitle(recipe.dataset)}`);
  const words = `Across: ${plane.axes[0]}. Upwards: ${plane.axes[1]}. The same colour is the same cluster; noise is grey and hollow.`;
  const save = (kind: 'svg' | 'png') =>
    saveFigure({ body: cards.current!, title, subtitle: words, legend: null, summary: words }, kind);
  return (
    <div className={classes.caption}>
      <p>{words}</p>
      {(['svg', 'png'] as const).map((kind) => (
        <button
          key={kind}
          type="button"
          className="export-button"
          aria-label={`Export the pictures as ${kind.toUpperCase()}`}
          onClick={() => save(kind)}
        >
          {kind.toUpperCase()}
        </button>
      ))}
    </div>
  );
});

/** What shows nothing of the results is not rendered with them. */
const Projections = memo(ProjectionPicker);
const Zoom = memo(ZoomButtons);
const Player = memo(ComparePlayer);

/** Everyone that takes part, side by side, and their scores under it. */
export function Multiples() {
  const entries = useComparison();
  const cards = useRef<HTMLDivElement>(null);
  const asked = useRecipe(({ recipe }) => recipe);
  const recipe = entries.find((entry) => entry.recipe)?.recipe ?? asked;
  const plane = usePlane(recipe, { own: true, waits: true });
  const steps = Math.max(0, ...entries.map(({ done }) => (done?.outcome.frames.length ?? 1) - 1));
  return (
    <>
      <div className={classes.toolbar}>
        <Projections />
        <Zoom />
        <WhoTakesPart entries={entries} />
        <Selected />
        <span className={classes.spacer} />
        <Player steps={steps} />
      </div>
      {entries.length === 0 && <p className="muted">Nobody takes part. Add an algorithm.</p>}
      <div ref={cards} className={classes.cards}>
        {entries.map((entry) => (
          <Card key={entry.participant.id} entry={entry} plane={plane} />
        ))}
      </div>
      <TouchZoom />
      {plane && <Caption plane={plane} cards={cards} />}
      <ScoresSoon entries={entries} hasClasses={plane ? plane.data.table.y !== null : null} />
      {plane && <HoverTip plane={plane} />}
    </>
  );
}
