import { algorithmSpec, algorithms } from '../../engine/algorithms/specs.ts';
import { counts, equalsDefault } from '../../engine/spec/defaults.ts';
import { useRecipe } from '../../state/recipe.ts';
import { Picker } from '../controls/Picker.tsx';
import { ParamControl } from './ParamControl.tsx';
import { ParamList } from './ParamList.tsx';
import classes from './rail.module.css';
import { useProblem } from './useProblem.ts';

const groups = [{ group: '', options: algorithms.map(({ id, title }) => ({ value: id, label: title })) }];

/** One parameter of the algorithm. Its own component, so that a drag re-renders it alone. */
function AlgorithmParam({ id, name }: { id: string; name: string }) {
  const { params } = algorithmSpec(id)!;
  const param = params[name]!;
  const given = useRecipe(({ recipe }) => recipe.params[name]);
  const value = given === undefined ? param.default : given;
  const problem = useProblem(`params.${name}`);
  const hasSay = useRecipe(({ recipe }) => counts(params, recipe.params, name));
  const { setParam } = useRecipe.getState();
  if (!hasSay) return null;
  return (
    <>
      <ParamControl
        name={name}
        param={param}
        value={value}
        isDefault={equalsDefault(params, name, value)}
        problem={problem}
        onChange={(next, done) => setParam(name, next, done ? 'commit' : 'drag')}
        onReset={() => setParam(name, undefined)}
      />
      {param.kind === 'choice' && param.points && !Array.isArray(value) && (
        <p className={classes.hint}>or by hand: drag a centre on the stage</p>
      )}
    </>
  );
}

export function AlgorithmSection() {
  const id = useRecipe(({ recipe }) => recipe.algorithm);
  const spec = algorithmSpec(id);
  return (
    <section className="section" aria-label="Method">
      <h2>Algorithm</h2>
      <Picker name="Algorithm" value={id} groups={groups} onChange={useRecipe.getState().setAlgorithm} />
      {spec && (
        <p className="muted">
          {spec.summary}{' '}
          <a href={spec.href} target="_blank" rel="noreferrer">
            scikit-learn’s page
          </a>
        </p>
      )}
      {spec && (
        <ParamList key={id} specs={spec.params} render={(name) => <AlgorithmParam key={name} id={id} name={name} />} />
      )}
    </section>
  );
}
