import { counted } from '../../../engine/spec/words.ts';
import { useRun } from '../../../state/run.ts';
import { HoverCard } from '../../../ui/picture/HoverCard.tsx';
import { LayoutNote } from '../../../ui/picture/LayoutNote.tsx';
import { useConnected } from '../../../ui/useConnected.ts';
import { useNoun } from '../../../ui/useNoun.ts';
import { useAreImages } from '../useClusterImages.ts';
import { connectMap } from './connect-map.ts';
import { MapTools } from './MapTools.tsx';
import classes from './map.module.css';
import { useMap } from './map-store.ts';
import { SelectionSheet } from './SelectionSheet.tsx';

function MapNode() {
  const node = useConnected(connectMap);
  return <div ref={node} className={classes.map} data-map="" />;
}

function MapCard() {
  const pointer = useMap((map) => map.pointer);
  return <HoverCard pointer={pointer} />;
}

/** All images on the plane, dots that become the images themselves as one zooms in, and what is selected of them. */
export function MapPanel() {
  const rows = useRun(({ data }) => data?.X.rows ?? 0);
  const areImages = useAreImages();
  const noun = useNoun();
  return (
    <section className={classes.panel} aria-label="Map">
      <header className={classes.bar}>
        <h3>Map of {areImages ? `all ${counted(rows, noun)}` : 'the images'}</h3>
        <span className="muted">zoom in and dots become {noun.many}</span>
      </header>
      <MapTools />
      <LayoutNote />
      <MapNode />
      <SelectionSheet />
      <MapCard />
    </section>
  );
}
