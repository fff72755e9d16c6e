import { create } from 'zustand';

export interface Problem {
  readonly field: string;
  readonly problem: string;
}

export interface ProblemsState {
  /** What the address said that could not be used; the page opened without it. */
  readonly problems: readonly Problem[];
  dismiss(): void;
}

export const createProblemsStore = () =>
  create<ProblemsState>()((set) => ({ problems: [], dismiss: () => set({ problems: [] }) }));

export const useProblems = createProblemsStore();
