import { create } from 'zustand';

interface MapState {
  /** What a plain drag does. */
  readonly tool: 'pan' | 'lasso';
  /** Where the point under the pointer is on the screen; null when the pointer is elsewhere. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
  /** Counts the wishes to see the whole map again. */
  readonly resets: number;
  setTool(tool: 'pan' | 'lasso'): void;
  setPointer(pointer: { x: number; y: number } | null): void;
  resetZoom(): void;
}

/** What the map and its toolbar share. Kept nowhere. */
export const useMap = create<MapState>()((set, get) => ({
  tool: 'pan',
  pointer: null,
  resets: 0,
  setTool: (tool) => set({ tool }),
  setPointer: (pointer) => set({ pointer }),
  resetZoom: () => set({ resets: get().resets + 1 }),
}));
