import { IconCopy, IconX } from '@tabler/icons-react';
import { memo } from 'react';
import { useCompare } from '../../../state/compare/store.ts';
import { useView } from '../../../state/view.ts';
import controls from '../../../ui/controls/controls.module.css';
import { duration } from '../../../ui/rail/run-words.ts';
import { openInCluster } from '../open.ts';
import type { Plane } from '../picture.ts';
import { clusterWords, labelWords, paramsWords } from '../words.ts';
import { CardParams } from './CardParams.tsx';
import { CardPicture, useShownLabels } from './CardPicture.tsx';
import { CardState } from './CardState.tsx';
import type { Entry } from './comparison.ts';
import classes from './multiples.module.css';

/** The keys go on with the card beside the one that goes. */
function focusNeighbour(button: HTMLElement): void {
  const card = button.closest('article');
  const next = card?.nextElementSibling ?? card?.previousElementSibling;
  next?.querySelector<HTMLElement>('[data-remove]')?.focus({ preventScroll: true });
}

function Actions({ entry }: { entry: Entry }) {
  const { participant, name, recipe } = entry;
  const { duplicate, remove } = useCompare.getState();
  return (
    <div className={classes.actions}>
      <CardParams entry={entry} />
      <button
        type="button"
        className={controls.icon}
        aria-label={`Duplicate ${name}`}
        title="Once more, to give it other parameters"
        onClick={() => duplicate(participant.id, recipe?.params ?? participant.params ?? {})}
      >
        <IconCopy size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={controls.icon}
        aria-label={`Remove ${name}`}
        title="Take it out"
        data-remove=""
        onClick={({ currentTarget }) => {
          focusNeighbour(currentTarget);
          remove(participant.id);
        }}
      >
        <IconX size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

/** Clusters, or of the point under the pointer its cluster; and the fit time in the corner. */
function Foot({ entry }: { entry: Entry }) {
  const labels = useShownLabels(entry);
  const hovered = useView((view) => view.hovered);
  const { done } = entry;
  if (!done) return <div className={classes.foot} />;
  const { outcome } = done;
  const isHovering = hovered !== null && labels !== null && hovered < labels.length;
  return (
    <div className={classes.foot}>
      <span data-figure-text="">{isHovering ? labelWords(labels[hovered]) : clusterWords(outcome)}</span>
      <span className="mono" title="Fit time" data-figure-text="">
        {duration(outcome.seconds)}
      </span>
    </div>
  );
}

/** One algorithm: its picture, its parameters, what came of it. A click on the picture opens it in the Cluster lab. */
export const Card = memo(function Card({ entry, plane }: { entry: Entry; plane: Plane | null }) {
  const { participant, name, recipe, done, result } = entry;
  const words = recipe ? paramsWords(participant.algorithm, recipe.params) : '';
  const open = () => recipe && openInCluster(recipe);
  return (
    <article className={classes.card} aria-label={name} data-stale={(done && result !== done) || undefined}>
      <header className={classes.head}>
        <div className={classes.titles}>
          <button type="button" className={classes.title} title="Open in Cluster" onClick={open} data-figure-text="">
            {name}
          </button>
          <p className={classes.words} title={words}>
            {words}
          </p>
        </div>
        <Actions entry={entry} />
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the title is a button that does the same. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same. */}
      <div className={classes.picture} onClick={open} title="Open in Cluster">
        {plane && <CardPicture entry={entry} plane={plane} />}
      </div>
      <CardState entry={entry} />
      <Foot entry={entry} />
    </article>
  );
});
