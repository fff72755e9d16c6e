import { create } from 'zustand';
import type { Stroke } from './raster.ts';

interface DrawingState {
  readonly strokes: readonly Stroke[];
  /** The row of the data that stands in for a drawing; null: what was drawn. */
  readonly row: number | null;
  /** Scaled and centred as the dataset's own images. */
  readonly isFitted: boolean;
  /** A new stroke begins; one that continues a row's image begins a drawing of its own. */
  begin(x: number, y: number): void;
  /** The pen goes on to these places: x, y, x, y, …. */
  extend(places: readonly number[]): void;
  undo(): void;
  clear(): void;
  takeRow(row: number | null): void;
  setFitted(isFitted: boolean): void;
}

/** What was drawn. Kept nowhere. */
export const useDrawing = create<DrawingState>()((set, get) => ({
  strokes: [],
  row: null,
  isFitted: true,
  begin: (x, y) => set({ row: null, strokes: [...(get().row === null ? get().strokes : []), [x, y]] }),
  extend: (places) => {
    const strokes = [...get().strokes];
    const last = strokes.pop();
    if (last) set({ strokes: [...strokes, [...last, ...places]] });
  },
  undo: () => set({ strokes: get().row === null ? get().strokes.slice(0, -1) : [], row: null }),
  clear: () => set({ strokes: [], row: null }),
  takeRow: (row) => set({ row, strokes: [] }),
  setFitted: (isFitted) => set({ isFitted }),
}));
