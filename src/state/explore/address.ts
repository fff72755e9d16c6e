import { queryText } from '../../engine/spec/url.ts';
import { RecipeError } from '../../engine/types.ts';
import type { AddressPart } from '../address-part.ts';
import { type createExploreStore, MOST_COLUMNS, SECTIONS, useExplore } from './store.ts';

const [FIRST] = SECTIONS;

/** Explore's part of the address: `section=pairs&columns=0,2,3`. */
export const addressOf = (store: ReturnType<typeof createExploreStore>): AddressPart => ({
  lab: 'explore',
  keys: ['section', 'columns'],
  write() {
    const { section, columns } = store.getState();
    const query = new URLSearchParams();
    if (section !== FIRST) query.set('section', section);
    if (columns && columns.length <= MOST_COLUMNS) query.set('columns', columns.join(','));
    return queryText(query);
  },
  read(query, report) {
    const name = query.get('section');
    const section = SECTIONS.find((one) => one === name);
    if (name !== null && !section) {
      report(new RecipeError('section', `unknown "${name.slice(0, 40)}"; one of ${SECTIONS.join(', ')}`));
    }
    const text = query.get('columns');
    const columns = text === null ? null : readColumns(text);
    if (text !== null && !columns) {
      report(new RecipeError('columns', `must be numbers of columns, at most ${MOST_COLUMNS}, each once: 0,2,3`));
    }
    return () => store.getState().restore({ section: section ?? FIRST, columns });
  },
  subscribe: (listener) =>
    store.subscribe((now, before) => {
      if (now.section !== before.section || now.columns !== before.columns) listener(now.change.field, false);
    }),
});

function readColumns(text: string): readonly number[] | null {
  if (!/^\d{1,6}(,\d{1,6})*$/.test(text)) return null;
  const columns = text.split(',').map(Number);
  return columns.length <= MOST_COLUMNS && new Set(columns).size === columns.length
    ? columns.sort((a, b) => a - b)
    : null;
}

export const explorePart = addressOf(useExplore);
