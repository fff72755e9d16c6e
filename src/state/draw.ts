import { create } from 'zustand';

export interface DrawState {
  /** Points are being drawn over the stage of the Cluster lab. */
  readonly drawing: boolean;
  setDrawing(drawing: boolean): void;
}

export const useDraw = create<DrawState>()((set) => ({
  drawing: false,
  setDrawing: (drawing) => set({ drawing }),
}));
