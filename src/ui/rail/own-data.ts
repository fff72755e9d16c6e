import type { DatasetRef } from '../../engine/dataset-ref.ts';
import { isPoints } from '../../engine/dataset-ref.ts';
import { datasetName } from '../../state/dataset.ts';
import { useDraw } from '../../state/draw.ts';
import { fileOf, useFiles } from '../../state/files/store.ts';
import { useView } from '../../state/view.ts';
import { fileName, type KeptFile } from '../../worker/files/kept.ts';
import type { PickerGroup } from '../controls/picker-groups.ts';
import { chooseFiles } from '../files/door.ts';

const FILE = 'file:';
/** What can be done instead of choosing a dataset that is there. */
const ACTIONS: Readonly<Record<string, { readonly label: string; run(): void }>> = {
  'own:open': { label: 'Open a file…', run: chooseFiles },
  'own:paste': {
    label: 'Paste a table…',
    run: () => useFiles.getState().setOffer({ kind: 'text', text: '' }),
  },
  'own:draw': {
    label: 'Draw points…',
    run: () => {
      useView.getState().setLab('cluster');
      useDraw.getState().setDrawing(true);
    },
  },
};

/** What a dataset is called among the picker's options. */
export function pickerValue(ref: DatasetRef, files: readonly KeptFile[]): string {
  const file = fileOf(ref, files);
  return file ? FILE + file.digest : datasetName(ref);
}

/** The user's own data: what is open, what is shown, and the ways to more of it. */
export function ownGroup(ref: DatasetRef, files: readonly KeptFile[]): PickerGroup {
  const open = files.map((file) => ({ value: FILE + file.digest, label: fileName(file) }));
  const points = isPoints(ref) ? [{ value: datasetName(ref), label: 'Own points' }] : [];
  const actions = Object.entries(ACTIONS).map(([value, { label }]) => ({ value, label }));
  return { group: 'Own', options: [...points, ...open, ...actions] };
}

/** Does what an option of that group stands for. @returns whether it was one */
export function chooseOwn(value: string): boolean {
  const action = ACTIONS[value];
  if (action) action.run();
  const file = useFiles.getState().files.find(({ digest }) => value === FILE + digest);
  if (file) void import('../files/open-stored.ts').then(({ openStored }) => openStored(file));
  return action !== undefined || file !== undefined;
}
