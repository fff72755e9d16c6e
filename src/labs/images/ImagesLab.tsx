import { useEffect } from 'react';
import { usePicked } from '../../state/images/store.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useView } from '../../state/view.ts';
import { Player } from '../../ui/player/Player.tsx';
import { CentroidsArea } from './CentroidsArea.tsx';
import { hasImages } from './image-space.ts';
import { NoImages } from './NoImages.tsx';
import { openImages } from './open-images.ts';
import { ResultPanels } from './ResultPanels.tsx';
import { RaceArea } from './race/RaceArea.tsx';
import { endRace, startRace, useRace } from './race/race-store.ts';

/** Clusters of pictures: what each looks like, what it is made of, who belongs to it. */
export function ImagesLab() {
  const suits = useRecipe(({ recipe }) => hasImages(recipe.dataset));
  // The lab is about pictures: opened on other data it brings its own, and says how to go back.
  useEffect(openImages, []);
  const race = usePicked((picked) => picked.race);
  useEffect(() => {
    if (race === null || !suits) return;
    startRace(race);
    return endRace;
  }, [race, suits]);
  // Whoever leaves the lab has left the race; Back opens it again.
  useEffect(
    () =>
      useView.subscribe(({ lab }) => {
        if (lab !== 'images') usePicked.getState().setRace(null);
      }),
    [],
  );
  const lanes = useRace((race) => race.lanes);
  if (!suits) return <NoImages />;
  if (race && lanes) return <RaceArea lanes={lanes} start={race} />;
  return (
    <>
      <CentroidsArea />
      <Player />
      <ResultPanels />
    </>
  );
}
