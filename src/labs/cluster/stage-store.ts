import { create } from 'zustand';

interface StageState {
  /** What a plain drag does. Kept nowhere: each visit starts with moving the picture. */
  readonly tool: 'pan' | 'lasso';
  /** Where the point under the pointer is on the screen; null when there is none. */
  readonly pointer: { readonly x: number; readonly y: number } | null;
  /** Counts the wishes to see the whole picture again. */
  readonly resets: number;
  setTool(tool: 'pan' | 'lasso'): void;
  setPointer(pointer: { x: number; y: number } | null): void;
  resetZoom(): void;
}

/** What only the stage and its toolbar share. */
export const useStage = create<StageState>()((set, get) => ({
  tool: 'pan',
  pointer: null,
  resets: 0,
  setTool: (tool) => set({ tool }),
  setPointer: (pointer) => set({ pointer }),
  resetZoom: () => set({ resets: get().resets + 1 }),
}));
