import { queryText } from '../../engine/spec/url.ts';
import type { AddressPart } from '../address-part.ts';
import { type createTuneStore, useTune } from './store.ts';

const KEYS = ['x', 'y', 'score', 'second', 'seeds', 'bootstraps', 'references'];

/**
 * The sweep's part of the address. What it says is read and checked by the lab itself, when it is there (`choice-text.ts`):
 * the page that opens on another lab does without that code.
 */
export const addressOf = (store: ReturnType<typeof createTuneStore>): AddressPart => ({
  lab: 'tune',
  keys: KEYS,
  write: () => store.getState().text,
  read(query) {
    const own = KEYS.flatMap((key) => (query.has(key) ? [[key, query.get(key)!] as const] : []));
    const text = queryText(new URLSearchParams(Object.fromEntries(own)));
    return () => store.getState().restore(query.toString(), text);
  },
  subscribe: (listener) =>
    store.subscribe((now, before) => {
      if (now.text !== before.text) listener(now.change.field, false);
    }),
});

export const tunePart = addressOf(useTune);
