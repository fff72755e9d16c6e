import { palette } from '../../src/charts/palette.ts';
import { createStage } from '../../src/charts/stage/stage.ts';
import type { StageCallbacks, StageData } from '../../src/charts/stage/types.ts';
import { mounted } from './charts-support.ts';

export const colors = palette('light');
/** The same, without gliding there. */
export const still = (data: StageData): StageData => ({ ...data, animate: false });

/** A stage of a size with this data, once it is drawn. */
export async function mount(
  data: StageData,
  callbacks: StageCallbacks = {},
  size: readonly [number, number] = [800, 600],
) {
  const { chart, node } = await mounted((place) => createStage(place, callbacks), data, size);
  return { node, stage: chart, plot: node.querySelector<HTMLElement>('.cs-plot')! };
}
