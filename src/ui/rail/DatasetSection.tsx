import { isFile } from '../../engine/dataset-ref.ts';
import { datasetSpec, datasets } from '../../engine/datasets/specs.ts';
import { equalsDefault } from '../../engine/spec/defaults.ts';
import { grouped } from '../../engine/spec/words.ts';
import type { Params } from '../../engine/types.ts';
import { datasetName, datasetTitle } from '../../state/dataset.ts';
import { sizeOf, useFiles } from '../../state/files/store.ts';
import { useRecipe } from '../../state/recipe.ts';
import { useRun } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { Picker } from '../controls/Picker.tsx';
import type { PickerGroup } from '../controls/picker-groups.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { FeatureChips } from './FeatureChips.tsx';
import { FileWords } from './FileWords.tsx';
import { chosenColumns, featuresOf } from './features.ts';
import { chooseOwn, ownGroup, pickerValue } from './own-data.ts';
import { ParamControl } from './ParamControl.tsx';
import { ParamList } from './ParamList.tsx';
import { RowsControl } from './RowsControl.tsx';
import { scalersFor } from './scalers.ts';
import { useProblem } from './useProblem.ts';

const option = ({ id, title }: { id: string; title: string }) => ({ value: id, label: title });
const groups: readonly PickerGroup[] = [
  { group: 'Tables', options: datasets.filter((spec) => !spec.generated).map(option) },
  { group: 'Generated', options: datasets.filter((spec) => spec.generated).map(option) },
];

/** One parameter of the generator. Its own component, so that a drag re-renders it alone. */
function DataParam({ id, name }: { id: string; name: string }) {
  const { params } = datasetSpec(id)!;
  const param = params[name]!;
  const given = useRecipe(({ recipe }) => (recipe.dataset as unknown as Params)[name]);
  const value = given === undefined ? param.default : given;
  const problem = useProblem(`dataset.${name}`);
  const { setDataParam } = useRecipe.getState();
  return (
    <ParamControl
      name={name}
      param={param}
      value={value}
      isDefault={equalsDefault(params, name, value)}
      problem={problem}
      onChange={(next, done) => setDataParam(name, next, done ? 'commit' : 'drag')}
      onReset={() => setDataParam(name, undefined)}
    />
  );
}

/** The words under the dataset's name; for generated and own points they count what was made. */
function Words({ id }: { id: string }) {
  const spec = datasetSpec(id);
  const here = useView(({ viewed }) => viewed?.name === id);
  const rows = useRun(({ data }) => (here ? data?.table.X.rows : undefined));
  const width = useRun(({ data }) => data?.table.X.cols);
  const counts = rows === undefined ? '' : `${grouped(rows)} ${spec?.noun.many ?? 'points'} · ${width} features`;
  if (!spec) return <p className="muted">{counts}</p>;
  if (!spec.generated) return <p className="muted">{spec.summary}</p>;
  return (
    <p className="muted">
      {spec.summary}
      {counts && <br />}
      {counts}
    </p>
  );
}

/** Which feature names there are now: what is loaded, if it is of this dataset, else what the spec promises. */
function useFeatureNames(id: string): readonly string[] {
  const here = useView(({ viewed }) => viewed?.name === id);
  const loaded = useRun(({ data }) => (here ? data?.table.featureNames : undefined));
  return loaded ?? datasetSpec(id)?.featureNames ?? [];
}

export function DatasetSection() {
  const id = useRecipe(({ recipe }) => datasetName(recipe.dataset));
  const features = useRecipe(({ recipe }) => recipe.features);
  const scaler = useRecipe(({ recipe }) => recipe.scaler ?? 'none');
  const dataset = useRecipe(({ recipe }) => recipe.dataset);
  const files = useFiles((state) => state.files);
  const all = sizeOf(dataset).rows;
  const names = useFeatureNames(id);
  const spec = datasetSpec(id);
  const { setDataset, setFeatures, setScaler } = useRecipe.getState();
  return (
    <section className="section" aria-label="Data">
      <h2>Dataset</h2>
      <Picker
        name="Dataset"
        value={pickerValue(dataset, files)}
        shown={datasetTitle(dataset)}
        groups={[ownGroup(dataset, files), ...groups]}
        onChange={(chosen) => {
          if (!chooseOwn(chosen) && datasetSpec(chosen)) setDataset(chosen);
        }}
      />
      {isFile(dataset) ? <FileWords /> : <Words id={id} />}
      {spec?.generated && (
        <ParamList specs={spec.params} render={(name) => <DataParam key={name} id={id} name={name} />} />
      )}
      <RowsControl all={all} />
      <FeatureChips
        key={id}
        names={names}
        chosen={chosenColumns({ ...useRecipe.getState().recipe, features }, names)}
        onChange={(columns) => setFeatures(featuresOf(columns, names.length))}
      />
      <Segmented
        name="Scaler"
        value={scaler}
        options={scalersFor(dataset).map((value) => ({ value, label: value }))}
        onChange={setScaler}
      />
    </section>
  );
}
