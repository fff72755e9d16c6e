import { create } from 'zustand';
import type { LegendItem } from './overlays/overlay.ts';

interface StageState {
  /** What a plain drag does. Kept nowhere: each visit starts with moving the picture. */
  readonly tool: 'pan' | 'lasso';
  /** Where the point under the pointer is on the screen; null when there is none. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
  /** The row that the hand was at last, for a disc that stands with a row; null before that, and for other rows. */
  readonly pinned: number | null;
  /** What the marks of the picture that is shown mean. */
  readonly legend: readonly LegendItem[];
  /** Counts the wishes to see the whole picture again. */
  readonly resets: number;
  setTool(tool: 'pan' | 'lasso'): void;
  setPointer(pointer: { x: number; y: number } | null): void;
  pin(row: number | null): void;
  setLegend(legend: readonly LegendItem[]): void;
  resetZoom(): void;
}

/** What only the stage and its toolbar share. */
export const useStage = create<StageState>()((set, get) => ({
  tool: 'pan',
  pointer: null,
  pinned: null,
  legend: [],
  resets: 0,
  setTool: (tool) => set({ tool }),
  setPointer: (pointer) => set({ pointer }),
  pin: (pinned) => set({ pinned }),
  setLegend: (legend) => {
    if (JSON.stringify(legend) !== JSON.stringify(get().legend)) set({ legend });
  },
  resetZoom: () => set({ resets: get().resets + 1 }),
}));
