import type { FigureRows } from '../figure/types.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * Rows by their places; a datum of the chart says by `row` which one it is.
 * @param place puts every row that is drawn at its place; called once somebody asks for one
 */
export function placedRows(place: (at: (row: number, place: Place) => void) => void): FigureRows {
  let places: Map<number, Place[]> | null = null;
  const all = () => {
    const made = new Map<number, Place[]>();
    place((row, at) => made.set(row, [...(made.get(row) ?? []), at]));
    return made;
  };
  return {
    rowOf: (datum) => (datum as { readonly row?: number } | null)?.row ?? null,
    placesOf(row) {
      places ??= all();
      return places.get(row) ?? [];
    },
  };
}
