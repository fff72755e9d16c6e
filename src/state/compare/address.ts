import { queryText } from '../../engine/spec/url.ts';
import { RecipeError } from '../../engine/types.ts';
import type { AddressPart } from '../address-part.ts';
import { MOST_PARTICIPANTS, participantsToText, textToParticipants } from './participants.ts';
import { type createCompareStore, SECTIONS, useCompare } from './store.ts';

const [FIRST] = SECTIONS;

/** The comparison's part of the address: `compare=KMeans,DBSCAN;eps=0.3&section=difference&pair=0,1`. */
export const addressOf = (store: ReturnType<typeof createCompareStore>): AddressPart => ({
  lab: 'compare',
  keys: ['compare', 'section', 'pair'],
  write() {
    const { chosen, section, pair } = store.getState();
    const query = new URLSearchParams();
    if (chosen) query.set('compare', participantsToText(chosen));
    if (section !== FIRST) query.set('section', section);
    if (pair) query.set('pair', pair.join(','));
    return queryText(query).replaceAll('%3D', '=');
  },
  read(query, report) {
    const [text, name, places] = ['compare', 'section', 'pair'].map((key) => query.get(key));
    const chosen = typeof text === 'string' ? textToParticipants(text, report) : null;
    const section = SECTIONS.find((one) => one === name);
    if (name != null && !section) {
      report(new RecipeError('section', `unknown "${name.slice(0, 40)}"; one of ${SECTIONS.join(', ')}`));
    }
    const pair = places == null ? null : readPair(places);
    if (places != null && !pair) report(new RecipeError('pair', 'must be two places in the list: 0,3'));
    return () => store.getState().restore({ chosen, section: section ?? FIRST, pair });
  },
  subscribe: (listener) =>
    store.subscribe((now, before) => {
      if (now.chosen === before.chosen && now.section === before.section && now.pair === before.pair) return;
      listener(now.change.field, now.change.gesture === 'drag');
    }),
});

function readPair(text: string): readonly [number, number] | null {
  const found = /^(\d{1,2}),(\d{1,2})$/.exec(text);
  const pair = found && ([Number(found[1]), Number(found[2])] as const);
  return pair?.every((place) => place < MOST_PARTICIPANTS) ? pair : null;
}

export const comparePart = addressOf(useCompare);
