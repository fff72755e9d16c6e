import type { DatasetRef } from '../engine/dataset-ref.ts';
import { projectionSpec, projections } from '../engine/projections/specs.ts';
import type { Recipe } from '../engine/recipe.ts';
import { knownFeatureNames } from '../engine/spec/features.ts';
import { queryText, queryToRecipe, recipeToQuery } from '../engine/spec/url.ts';
import { RecipeError } from '../engine/types.ts';
import { type AddressPart, addressParts, whenWhole } from './address-part.ts';
import { AddressWriter } from './address-writer.ts';
import { datasetName } from './dataset.ts';
import { DEFAULT_LAB, LABS, type Lab } from './labs.ts';
import { addLayoutParams, isLayoutKey, readLayoutParams } from './layout-params.ts';
import { type Address, pageAddress } from './page-address.ts';
import type { UrlKey } from './persist.ts';
import { type Problem, useProblems } from './problems.ts';
import { useRecipe } from './recipe.ts';
import {
  COLOR_BY,
  type ColorBy,
  LAID_OUT,
  type LaidOutRows,
  NO_CHOICE,
  type Projection,
  SHAPE_BY,
  type ShapeBy,
  SPACES,
  type Space,
  useView,
  type ViewChoice,
} from './view.ts';

export interface AddressStores {
  readonly recipe: typeof useRecipe;
  readonly view: typeof useView;
  readonly problems: typeof useProblems;
}

/** The view's own keys; all others are the recipe's. */
const VIEW_KEYS = ['lab', 'view', 'view.rows', 'color', 'shape', 'space'] as const;
type ViewKey = (typeof VIEW_KEYS)[number];
const isViewKey = (key: string) => (VIEW_KEYS as readonly string[]).includes(key) || isLayoutKey(key);

/** The stores of single labs have a part of their own (`addressParts`), and so has the player. */
type PageKey = Exclude<UrlKey, `${Lab}.${string}` | 'timeline.index'>;

/** Every piece of state that the address keeps, and how it is written there. */
const writers: Record<PageKey, (recipe: Recipe, view: ReturnType<typeof useView.getState>) => string> = {
  'view.lab': (_, { lab }) => (lab === DEFAULT_LAB ? '' : queryText(new URLSearchParams({ lab }))),
  'recipe.recipe': (recipe) => queryText(recipeToQuery(recipe)),
  'view.choice': (recipe, view) => {
    const { projection, colorBy, shapeBy, space, laidOut, layoutParams } = choiceFor(recipe, view);
    const query = new URLSearchParams();
    if (projection) query.set('view', typeof projection === 'string' ? projection : projection.join(','));
    if (laidOut === 'all') query.set('view.rows', laidOut);
    addLayoutParams(query, projection, layoutParams);
    if (colorBy) query.set('color', colorBy);
    if (shapeBy) query.set('shape', shapeBy);
    if (space) query.set('space', space);
    return queryText(query);
  },
};

/** A choice is of one dataset; the recipe may already ask for another. */
function choiceFor(recipe: Recipe, { viewed, choice, awaited }: ReturnType<typeof useView.getState>): ViewChoice {
  const name = datasetName(recipe.dataset);
  if (awaited?.name === name) return awaited.choice;
  return viewed && viewed.name !== name ? NO_CHOICE : choice;
}

/** The state as the part of the address from its question mark. @throws RecipeError for a recipe that no address can spell */
export function toSearch(
  recipe: Recipe,
  view: ReturnType<typeof useView.getState>,
  parts: readonly AddressPart[] = addressParts,
): string {
  const page = Object.values(writers).map((write) => write(recipe, view));
  const own = parts.filter(({ lab }) => lab === view.lab).map((part) => part.write());
  return `?${[...page, ...own].filter(Boolean).join('&')}`;
}

interface Read {
  readonly recipe: Recipe;
  readonly choice: ViewChoice;
  readonly lab: Lab;
  readonly problems: readonly Problem[];
  /** Puts what the address says of the lab alone into that lab's store. */
  readonly restoreLab: () => void;
}

/** Reads what anybody may have written: what is unknown or out of range is dropped and reported. */
export function fromSearch(search: string, parts: readonly AddressPart[] = addressParts): Read {
  const query = new URLSearchParams(search);
  const isPartKey = (key: string) => parts.some(({ keys }) => keys.includes(key));
  const { recipe, problems } = queryToRecipe(query, (key) => isViewKey(key) || isPartKey(key));
  const found: Problem[] = [...problems];
  const read = <T>(key: ViewKey, parse: (text: string) => T | undefined, expected: string): T | null => {
    const text = query.get(key);
    if (text === null) return null;
    const value = parse(text);
    if (value === undefined) found.push(new RecipeError(key, `unknown "${text.slice(0, 40)}"; ${expected}`));
    return value ?? null;
  };
  const width = knownFeatureNames(recipe.dataset)?.length ?? Infinity;
  const oneOf = <T extends string>(key: ViewKey, of: readonly T[]) =>
    read(key, (text) => of.find((value) => value === text), `one of ${of.join(', ')}`);
  const lab = oneOf<Lab>('lab', LABS) ?? DEFAULT_LAB;
  const projection = read('view', (text) => parseProjection(text, width), `${ids}, or two columns: 2,3`);
  return {
    recipe,
    choice: {
      projection,
      colorBy: oneOf<ColorBy>('color', COLOR_BY),
      shapeBy: oneOf<ShapeBy>('shape', SHAPE_BY),
      space: oneOf<Space>('space', SPACES),
      laidOut: oneOf<LaidOutRows>('view.rows', LAID_OUT),
      layoutParams: readLayoutParams(query, projection, (problem) => found.push(problem)),
    },
    lab,
    restoreLab: readParts(query, { lab, dataset: recipe.dataset }, parts, found),
    problems: found,
  };
}

function readParts(
  query: URLSearchParams,
  { lab, dataset }: { lab: Lab; dataset: DatasetRef },
  parts: readonly AddressPart[],
  found: Problem[],
): () => void {
  const open = parts.filter((part) => part.lab === lab);
  const taken = open.flatMap(({ keys }) => keys);
  for (const part of parts) {
    for (const key of part.keys) {
      if (!query.has(key) || taken.includes(key)) continue;
      taken.push(key);
      found.push(new RecipeError(key, `belongs to the lab ${part.lab}, which the link does not open`));
    }
  }
  const restores = open.map((part) => part.read(query, (problem) => found.push(problem), dataset));
  return () => {
    for (const restore of restores) restore();
  };
}

/** The projections that are asked for by name. */
const ids = projections.map(({ id }) => id).join(', ');

function parseProjection(text: string, width: number): Projection | undefined {
  const spec = projectionSpec(text);
  if (spec) return spec.id;
  const columns = /^(\d{1,6}),(\d{1,6})$/.exec(text);
  if (!columns) return undefined;
  const [x, y] = [Number(columns[1]), Number(columns[2])];
  return x < width && y < width ? [x, y] : undefined;
}

/**
 * Keeps the address and the stores the same, both ways. A drag is one entry of the history, so Back undoes the whole of it;
 * every other change is an entry of its own.
 */
export function followAddress(
  address: Address = pageAddress,
  stores: AddressStores = { recipe: useRecipe, view: useView, problems: useProblems },
  now: () => number = () => performance.now(),
  parts: readonly AddressPart[] = addressParts,
): () => void {
  let isReading = false;
  const spell = () => {
    try {
      return toSearch(stores.recipe.getState().recipe, stores.view.getState(), parts);
    } catch {
      // What no address can spell (a file) leaves the address as it is.
      return null;
    }
  };
  const read = (search: string) => {
    const { recipe, choice, lab, problems, restoreLab } = fromSearch(search, parts);
    isReading = true;
    restoreLab();
    stores.view.getState().setLab(lab);
    stores.view.getState().restore(choice, datasetName(recipe.dataset));
    stores.recipe.getState().replace(recipe);
    isReading = false;
    if (problems.length > 0) stores.problems.setState({ problems });
  };
  if (address.read().length > 1) read(address.read());
  const writer = new AddressWriter(address, now, spell());

  const changed = (field: string, isDrag: boolean) => {
    if (!isReading) whenWhole(() => writer.change(spell(), field, isDrag));
  };
  const stops = [
    stores.recipe.subscribe((state, before) => {
      if (state.recipe !== before.recipe) changed(state.change.field, state.change.gesture === 'drag');
    }),
    stores.view.subscribe((state, before) => {
      if (state.lab !== before.lab) changed('lab', false);
      // Other data came, and with it perhaps the end of a choice: a part of the change that brought the data.
      else if (state.viewed !== before.viewed) writer.amend(spell());
      else if (state.choice !== before.choice) changed('view', false);
    }),
    ...parts.map((part) =>
      part.subscribe((field, isDrag) => {
        if (part.lab !== stores.view.getState().lab) return;
        if (!part.amends) changed(field, isDrag);
        else if (!isReading) writer.amend(spell());
      }),
    ),
    address.onMove(() => {
      read(address.read());
      writer.moved(spell());
    }),
  ];
  return () => {
    writer.flush();
    for (const stop of stops) stop();
  };
}
