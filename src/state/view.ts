import { create } from 'zustand';
import { type LayoutId, type ProjectionId, projectionSpec } from '../engine/projections/specs.ts';
import { withoutDefaults } from '../engine/spec/defaults.ts';
import type { Params, ParamValue } from '../engine/types.ts';
import { DEFAULT_LAB, type Lab } from './labs.ts';

/** One of all features together, by its id, or two columns of the table. */
export type Projection = ProjectionId | readonly [number, number];
export const COLOR_BY = ['cluster', 'class'] as const;
export type ColorBy = (typeof COLOR_BY)[number];
export const SHAPE_BY = ['class', 'none'] as const;
export type ShapeBy = (typeof SHAPE_BY)[number];
/** What the points of a method that clusters in a space of its own are placed by: the data, or that space. */
export const SPACES = ['data', 'embedding'] as const;
export type Space = (typeof SPACES)[number];
/** Of more rows than a layout bears at once: a sample is laid out and the rest placed by it, or all are. */
export const LAID_OUT = ['sample', 'all'] as const;
export type LaidOutRows = (typeof LAID_OUT)[number];
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export type SelectMode = 'replace' | 'add' | 'remove';

/** What the view needs to know of the data it looks at. */
export interface Viewed {
  /** The dataset's name: another dataset brings the view's own start values. */
  readonly name: string;
  /** Equal as long as the rows are the same. */
  readonly rowsKey: string;
  /** Columns of the table. */
  readonly width: number;
  /** The columns that are clustered. */
  readonly columns: readonly number[];
  readonly hasClasses: boolean;
}

/** The part of the view that the URL spells. `projection` null: the one that suits the features. */
export interface ViewChoice {
  readonly projection: Projection | null;
  readonly colorBy: ColorBy | null;
  readonly shapeBy: ShapeBy | null;
  readonly space: Space | null;
  readonly laidOut: LaidOutRows | null;
  readonly layoutParams: LayoutParams | null;
}
export type LayoutParams = Readonly<Partial<Record<LayoutId, Params>>>;
const NO_PARAMS: LayoutParams = {};

export const NO_CHOICE: ViewChoice = {
  projection: null,
  colorBy: null,
  shapeBy: null,
  space: null,
  laidOut: null,
  layoutParams: null,
};

export interface ViewState {
  readonly lab: Lab;
  readonly theme: Theme;
  /** Chosen by the user; null where nothing was chosen and the value below is the one that suits the data. */
  readonly choice: ViewChoice;
  readonly projection: Projection;
  readonly colorBy: ColorBy;
  readonly shapeBy: ShapeBy;
  /** Counts only where the method has a space of its own. */
  readonly space: Space;
  /** Counts only in a layout. */
  readonly laidOut: LaidOutRows;
  /** Of each layout what is not its default. */
  readonly layoutParams: LayoutParams;
  /** null: nothing is selected, every row counts. */
  readonly selection: ReadonlySet<number> | null;
  readonly hovered: number | null;
  /** The data that the values above suit. */
  readonly viewed: Viewed | null;
  /** A choice for a dataset that has not arrived yet (from the URL). */
  readonly awaited: { readonly name: string; readonly choice: ViewChoice } | null;
  setLab(lab: Lab): void;
  setTheme(theme: Theme): void;
  setProjection(projection: Projection): void;
  setColorBy(colorBy: ColorBy): void;
  setShapeBy(shapeBy: ShapeBy): void;
  setSpace(space: Space): void;
  setLaidOut(laidOut: LaidOutRows): void;
  /** A valid value of one of a layout's parameters. */
  setLayoutParam(id: LayoutId, name: string, value: ParamValue): void;
  /** Rows that a lasso or a click took. Removing or replacing down to nothing clears the selection. */
  select(rows: Iterable<number>, mode?: SelectMode): void;
  clearSelection(): void;
  hover(row: number | null): void;
  /** Other data came into the picture: what does not suit it falls back to what does. */
  look(viewed: Viewed): void;
  /** A choice that came from outside; it waits until the dataset it is for is there. */
  restore(choice: ViewChoice, name: string): void;
}

/** The projection that suits the data: the two features that are clustered, one of them against another, or the principal axes. */
export function defaultProjection({ columns, width }: Viewed): Projection {
  const [a, b] = columns;
  if (columns.length === 2 && a !== undefined && b !== undefined) return [a, b];
  // One feature has no second axis of its own: another column of the table lends one.
  if (columns.length === 1 && a !== undefined && width > 1) return [a, a === 0 ? 1 : 0];
  return 'pca';
}

const fits = (projection: Projection | null, width: number) =>
  projection === null || typeof projection === 'string' || projection.every((column) => column >= 0 && column < width);

function suit(choice: ViewChoice, viewed: Viewed) {
  const kept: ViewChoice = {
    projection: fits(choice.projection, viewed.width) ? choice.projection : null,
    colorBy: viewed.hasClasses ? choice.colorBy : null,
    shapeBy: viewed.hasClasses ? choice.shapeBy : null,
    space: choice.space,
    laidOut: choice.laidOut,
    layoutParams: choice.layoutParams,
  };
  return {
    choice: kept,
    projection: kept.projection ?? defaultProjection(viewed),
    colorBy: kept.colorBy ?? COLOR_BY[0],
    shapeBy: kept.shapeBy ?? (viewed.hasClasses ? ('class' as const) : ('none' as const)),
    space: kept.space ?? SPACES[0],
    laidOut: kept.laidOut ?? LAID_OUT[0],
    layoutParams: kept.layoutParams ?? NO_PARAMS,
  };
}

/** What a view becomes when it looks at other data. A choice stays with its dataset, a selection with its rows. */
export function lookAt({ viewed: before, awaited, choice }: ViewState, viewed: Viewed) {
  const arrived = awaited?.name === viewed.name;
  const own = before?.name === viewed.name ? choice : NO_CHOICE;
  return {
    viewed,
    awaited: arrived ? null : awaited,
    ...suit(arrived ? awaited.choice : own, viewed),
    ...(before?.rowsKey !== viewed.rowsKey && { selection: null, hovered: null }),
  };
}

function combine(before: ReadonlySet<number> | null, rows: Iterable<number>, mode: SelectMode) {
  const given = new Set(rows);
  let after = given;
  if (mode === 'add') after = new Set([...(before ?? []), ...given]);
  if (mode === 'remove') after = new Set([...(before ?? [])].filter((row) => !given.has(row)));
  return after.size > 0 ? after : null;
}

export const createViewStore = () =>
  create<ViewState>()((set, get) => {
    const choose = (part: Partial<ViewChoice>) => {
      const choice = { ...get().choice, ...part };
      const { viewed } = get();
      set(viewed ? suit(choice, viewed) : { choice });
    };
    return {
      lab: DEFAULT_LAB,
      theme: 'auto',
      choice: NO_CHOICE,
      projection: 'pca',
      colorBy: 'cluster',
      shapeBy: 'class',
      space: SPACES[0],
      laidOut: LAID_OUT[0],
      layoutParams: NO_PARAMS,
      selection: null,
      hovered: null,
      viewed: null,
      awaited: null,
      setLab: (lab) => set({ lab }),
      setTheme: (theme) => set({ theme }),
      setProjection: (projection) => choose({ projection }),
      setColorBy: (colorBy) => choose({ colorBy }),
      setShapeBy: (shapeBy) => choose({ shapeBy }),
      setSpace: (space) => choose({ space }),
      setLaidOut: (laidOut) => choose({ laidOut }),
      setLayoutParam: (id, name, value) => {
        const { layoutParams } = get();
        const params = withoutDefaults(projectionSpec(id)!.params, { ...layoutParams[id], [name]: value });
        choose({ layoutParams: { ...layoutParams, [id]: params } });
      },
      select: (rows, mode = 'replace') => set({ selection: combine(get().selection, rows, mode) }),
      clearSelection: () => set({ selection: null }),
      hover: (hovered) => {
        if (hovered !== get().hovered) set({ hovered });
      },
      look: (viewed) => set(lookAt(get(), viewed)),
      restore: (choice, name) => {
        if (get().viewed?.name === name) set({ awaited: null, ...suit(choice, get().viewed as Viewed) });
        else set({ awaited: { name, choice } });
      },
    };
  });

export const useView = createViewStore();
