import { useEffect } from 'react';
import { useRecipe } from '../../state/recipe.ts';
import { Player } from '../../ui/player/Player.tsx';
import { CentroidsArea } from './CentroidsArea.tsx';
import { hasImages } from './image-space.ts';
import { NoImages } from './NoImages.tsx';
import { openImages } from './open-images.ts';
import { ResultPanels } from './ResultPanels.tsx';
import { RaceArea } from './race/RaceArea.tsx';
import { closeRace, useRace } from './race/race-store.ts';

/** Clusters of pictures: what each looks like, what it is made of, who belongs to it. */
export function ImagesLab() {
  const suits = useRecipe(({ recipe }) => hasImages(recipe.dataset));
  // The lab is about pictures: opened on other data it brings its own, and says how to go back.
  useEffect(openImages, []);
  useEffect(() => closeRace, []);
  const lanes = useRace((race) => race.lanes);
  if (!suits) return <NoImages />;
  if (lanes) return <RaceArea lanes={lanes} />;
  return (
    <>
      <CentroidsArea />
      <Player />
      <ResultPanels />
    </>
  );
}
