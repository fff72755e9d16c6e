import { recipeToPython } from '../../engine/spec/python.ts';
import { datasetStem } from '../../state/dataset.ts';
import { useRun } from '../../state/run.ts';
import { useTimeline } from '../../state/timeline.ts';
import { download } from './download.ts';
import { labelsCsv } from './labels-csv.ts';
import { portable } from './portable.ts';
import { stagePng } from './stage-png.ts';

/** Writes one kind of file. All speak of the run that is shown, not of one that is still under way. */
export async function exportAs(kind: 'recipe' | 'python' | 'labels' | 'png'): Promise<void> {
  const { shown, data } = useRun.getState();
  if (!shown || !data) throw new Error('There is no result yet.');
  const name = `${datasetStem(shown.recipe.dataset)}-${shown.recipe.algorithm}`;
  const recipe = portable(shown.recipe, data.table);
  if (kind === 'recipe') {
    download(`${name}.json`, `${JSON.stringify(recipe, null, 2)}\n`, 'application/json');
  } else if (kind === 'python') {
    download(`${name}.py`, recipeToPython(recipe), 'text/x-python');
  } else if (kind === 'labels') {
    download(`${name}-labels.csv`, labelsCsv(data.table, shown.labels), 'text/csv');
  } else {
    const stage = document.querySelector<HTMLElement>('[data-stage]');
    if (!stage) throw new Error('There is no picture here.');
    download(`${name}-step-${useTimeline.getState().index}.png`, await stagePng(stage), 'image/png');
  }
}
