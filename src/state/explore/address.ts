import { hasPictures, knownFeatureNames } from '../../engine/spec/features.ts';
import { queryText } from '../../engine/spec/url.ts';
import { RecipeError } from '../../engine/types.ts';
import type { AddressPart } from '../address-part.ts';
import { datasetTitle } from '../dataset.ts';
import {
  COEFFICIENTS,
  type createExploreStore,
  FIRST_OUTLIERS,
  MOST_COLUMNS,
  MOST_THRESHOLD,
  type OutlierChoice,
  SECTIONS,
  THRESHOLDS,
  useExplore,
} from './store.ts';

const [FIRST] = SECTIONS;
const [FIRST_COEFFICIENT] = COEFFICIENTS;
/** What a change of it is written anew for. */
const FIELDS = ['section', 'columns', 'coefficient', 'outliers'] as const;

/** Explore's part of the address: `section=pairs&columns=0,2,3`, `correlation=spearman`, `outliers=iqr,2`. */
export const addressOf = (store: ReturnType<typeof createExploreStore>): AddressPart => ({
  lab: 'explore',
  keys: ['section', 'columns', 'correlation', 'outliers'],
  write() {
    const { section, columns, coefficient, outliers } = store.getState();
    const query = new URLSearchParams();
    if (section !== FIRST) query.set('section', section);
    if (columns && columns.length <= MOST_COLUMNS) query.set('columns', columns.join(','));
    if (coefficient !== FIRST_COEFFICIENT) query.set('correlation', coefficient);
    const text = outlierText(outliers);
    if (text !== outlierText(FIRST_OUTLIERS)) query.set('outliers', text);
    return queryText(query);
  },
  read(query, report, dataset) {
    const name = query.get('section');
    const offered = SECTIONS.filter((one) => one !== 'images' || hasPictures(dataset));
    const section = offered.find((one) => one === name);
    if (name === 'images' && !section) {
      report(
        new RecipeError('section', `"images" is for pictures, which the rows of ${datasetTitle(dataset)} are not`),
      );
    } else if (name !== null && !section) {
      report(new RecipeError('section', `unknown "${name.slice(0, 40)}"; one of ${offered.join(', ')}`));
    }
    const text = query.get('columns');
    const width = knownFeatureNames(dataset)?.length ?? Number.POSITIVE_INFINITY;
    const columns = text === null ? null : readColumns(text, width);
    if (text !== null && !columns) {
      const most = Math.min(MOST_COLUMNS, width);
      report(
        new RecipeError(
          'columns',
          `must be numbers of columns, at most ${most}, each once: ${width > 3 ? '0,2,3' : '0'}`,
        ),
      );
    }
    const coefficientName = query.get('correlation');
    const coefficient = COEFFICIENTS.find((one) => one === coefficientName);
    if (coefficientName !== null && !coefficient) {
      const problem = `unknown "${coefficientName.slice(0, 40)}"; one of ${COEFFICIENTS.join(', ')}`;
      report(new RecipeError('correlation', problem));
    }
    const outlierQuery = query.get('outliers');
    const outliers = outlierQuery === null ? FIRST_OUTLIERS : readOutliers(outlierQuery);
    if (!outliers) {
      const rules = Object.keys(THRESHOLDS).join(' or ');
      report(new RecipeError('outliers', `must be ${rules}, and where they begin, at most ${MOST_THRESHOLD}: iqr,1.5`));
    }
    return () =>
      store.getState().restore({
        section: section ?? FIRST,
        columns,
        coefficient: coefficient ?? FIRST_COEFFICIENT,
        outliers: outliers ?? FIRST_OUTLIERS,
      });
  },
  subscribe: (listener) =>
    store.subscribe((now, before) => {
      if (FIELDS.some((field) => now[field] !== before[field])) listener(now.change.field, false);
    }),
});

/** "iqr", or with a threshold of one's own "iqr,2". */
const outlierText = ({ rule, threshold }: OutlierChoice) =>
  threshold === THRESHOLDS[rule] ? rule : `${rule},${threshold}`;

function readOutliers(text: string): OutlierChoice | null {
  const [name, number, ...more] = text.split(',');
  const rule = (Object.keys(THRESHOLDS) as OutlierChoice['rule'][]).find((one) => one === name);
  if (!rule || more.length > 0) return null;
  if (number === undefined) return { rule, threshold: THRESHOLDS[rule] };
  const threshold = /^\d{1,3}(\.\d{1,6})?$/.test(number) ? Number(number) : 0;
  return threshold > 0 && threshold <= MOST_THRESHOLD ? { rule, threshold } : null;
}

function readColumns(text: string, width: number): readonly number[] | null {
  if (text === '') return [];
  if (!/^\d{1,6}(,\d{1,6})*$/.test(text)) return null;
  const columns = text.split(',').map(Number);
  const isWithin = columns.length <= MOST_COLUMNS && columns.every((column) => column < width);
  return isWithin && new Set(columns).size === columns.length ? columns.sort((a, b) => a - b) : null;
}

export const explorePart = addressOf(useExplore);
