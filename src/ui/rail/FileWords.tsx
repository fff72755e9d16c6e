import type { CsvRef } from '../../engine/dataset-ref.ts';
import { isCsv } from '../../engine/dataset-ref.ts';
import { counted, grouped } from '../../engine/spec/words.ts';
import { fileOf, sizeOf, useFiles } from '../../state/files/store.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import type { KeptFile } from '../../worker/files/kept.ts';
import { chooseFiles } from '../files/door.ts';
import classes from './rail.module.css';

const row = { one: 'row', many: 'rows' };
const image = { one: 'image', many: 'images' };

/** "147 rows · 4 features · 3 in species", and how many rows were left out. */
function sizeWords(file: KeptFile, ref: CsvRef | null): string {
  if (file.kind === 'idx') return `${counted(file.rows, image)} · ${file.width} × ${file.height} pixels`;
  const { rows, columns } = sizeOf(ref!);
  const target = file.columns.find(({ name }) => name === ref!.target);
  const left = file.rows - (rows ?? file.rows);
  return [
    counted(rows ?? file.rows, row),
    counted(columns ?? 0, { one: 'feature', many: 'features' }),
    ...(target ? [`${target.name} known`] : []),
    ...(left > 0 ? [`${grouped(left)} left out: ${left === 1 ? 'a value is' : 'values are'} missing`] : []),
  ].join(' · ');
}

function keepingWords(isKept: boolean | undefined): string {
  if (isKept === undefined) return 'Stays on this machine.';
  return isKept
    ? 'Stays on this machine; this browser keeps it for your next visit.'
    : 'Stays on this machine, until this page is closed.';
}

/** Under the name of a file of the user's: what is in it, where it is kept, and what can be done with it. */
export function FileWords() {
  const dataset = useRecipe(({ recipe }) => recipe.dataset);
  const files = useFiles((state) => state.files);
  const kept = useFiles((state) => state.kept);
  const isMissing = useRun(({ error }) => error !== null && /^dataset\.(csv|idx)$/.test(error.field));
  const isShown = useView(({ viewed }) => viewed !== null);
  const file = fileOf(dataset, files);
  if (!file) {
    return isMissing || !isShown ? (
      <button type="button" className={classes.link} onClick={chooseFiles}>
        Open the file…
      </button>
    ) : null;
  }
  const { setOffer, forget } = useFiles.getState();
  return (
    <div className={classes.file}>
      <p className="muted">
        {sizeWords(file, isCsv(dataset) ? dataset : null)}
        <br />
        {keepingWords(kept[file.digest])}
      </p>
      {file.kind === 'csv' && (
        <button type="button" className={classes.link} onClick={() => setOffer({ kind: 'columns', file })}>
          Choose columns…
        </button>
      )}
      <button
        type="button"
        className={classes.link}
        onClick={() => {
          void forget(file.digest).then(() => useRecipe.getState().setDataset('iris'));
        }}
      >
        Forget
      </button>
    </div>
  );
}
