import { hasPictures } from '../../engine/spec/features.ts';
import { queryText } from '../../engine/spec/url.ts';
import { RecipeError } from '../../engine/types.ts';
import type { AddressPart } from '../address-part.ts';
import { datasetTitle } from '../dataset.ts';
import { type createImagesStore, FIRST_CLUSTER, MOST_CLUSTER, RACE_STARTS, usePicked } from './store.ts';

/** What stands for no cluster at all: nothing would mean the first. */
const NONE = 'none';

/** Images' part of the address: `cluster=3`, `race=same`. */
export const addressOf = (store: ReturnType<typeof createImagesStore>): AddressPart => ({
  lab: 'images',
  keys: ['cluster', 'race'],
  write() {
    const { cluster, race } = store.getState();
    const query = new URLSearchParams();
    if (cluster !== FIRST_CLUSTER) query.set('cluster', cluster === null ? NONE : String(cluster));
    if (race !== null) query.set('race', race);
    return queryText(query);
  },
  read(query, report, dataset) {
    const clusterText = query.get('cluster');
    const cluster = clusterText === null ? FIRST_CLUSTER : readCluster(clusterText);
    if (cluster === undefined) {
      report(new RecipeError('cluster', `must be a cluster's number, at most ${MOST_CLUSTER}, or ${NONE}`));
    }
    const raceText = query.get('race');
    const race = RACE_STARTS.find((start) => start === raceText) ?? null;
    if (raceText !== null && race === null) {
      report(new RecipeError('race', `unknown "${raceText.slice(0, 40)}"; one of ${RACE_STARTS.join(', ')}`));
    }
    const canRace = hasPictures(dataset);
    if (race !== null && !canRace) {
      report(new RecipeError('race', `is for pictures, which the rows of ${datasetTitle(dataset)} are not`));
    }
    return () =>
      store
        .getState()
        .restore({ cluster: cluster === undefined ? FIRST_CLUSTER : cluster, race: canRace ? race : null });
  },
  subscribe: (listener) =>
    store.subscribe((now, before) => {
      if (now.cluster !== before.cluster || now.race !== before.race) listener(now.change.field, false);
    }),
});

function readCluster(text: string): number | null | undefined {
  if (text === NONE) return null;
  return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

export const imagesPart = addressOf(usePicked);
