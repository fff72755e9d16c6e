import { algorithmSpec, algorithms } from '../../../engine/algorithms/specs.ts';
import { type Measure, type MeasureName, measures } from '../../../engine/spec/measures.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { useRun } from '../../../state/run.ts';
import { Glossary } from '../../../ui/controls/Glossary.tsx';
import { Help } from '../../../ui/controls/Help.tsx';
import { Picker } from '../../../ui/controls/Picker.tsx';
import { change, matchingPreset, takePreset } from '../choice.ts';
import { presetOf, presets } from '../presets.ts';
import { useChoice } from '../sweep-view.ts';
import classes from '../tune.module.css';
import { fitRanges } from '../useFittingRanges.ts';
import { AxisEditor } from './AxisEditor.tsx';
import { RepeatsEditor } from './RepeatsEditor.tsx';

const OWN = 'own';
const NOTHING = '—';

const presetGroups = algorithms.map(({ id, title }) => ({
  group: title,
  options: presets.filter(({ algorithm }) => algorithm === id).map((one) => ({ value: one.id, label: one.title })),
}));

function measureGroups(offered: readonly Measure[]) {
  const options = (of: (measure: Measure) => boolean) =>
    offered.filter(of).map(({ name, title }) => ({ value: name, label: name, note: title }));
  return [
    { group: 'Of the points alone', options: options(({ needsClasses, better }) => !needsClasses && better !== null) },
    { group: 'Against the true classes', options: options(({ needsClasses }) => needsClasses) },
    { group: 'Counts and costs', options: options(({ better }) => better === null) },
  ];
}

/** What is swept and what is shown: ready-made sweeps, axes, score, repeats. */
export function SweepBar() {
  const choice = useChoice();
  const recipe = useRecipe((state) => state.recipe);
  const hasClasses = useRun(({ data }) => data === null || data.table.y !== null);
  const preset = matchingPreset(choice, recipe);
  const offered = measures.filter(({ needsClasses }) => hasClasses || !needsClasses);
  const groups = measureGroups(offered);
  const own = { group: '', options: preset ? [] : [{ value: OWN, label: 'A sweep of your own' }] };
  return (
    <section className={classes.bar} aria-label="Sweep settings">
      <div className={classes.row}>
        <Picker
          name="Ready-made sweep"
          value={preset?.id ?? OWN}
          groups={[own, ...presetGroups]}
          look="pill"
          onChange={(id) => {
            const chosen = presetOf(id);
            if (!chosen) return;
            takePreset(chosen);
            fitRanges(new AbortController().signal, false, 'sweep.preset').catch(() => {});
          }}
        />
        <p className={classes.look}>
          {preset?.look ?? `Any parameter of ${algorithmSpec(recipe.algorithm)!.title}, one or two at once.`}
        </p>
      </div>
      <AxisEditor which="x" axis={choice.x} other={choice.y} />
      <AxisEditor which="y" axis={choice.y} other={choice.x} />
      <div className={classes.row}>
        <span className={classes.axisName}>Show</span>
        <Picker
          name="Score"
          value={choice.score}
          groups={groups}
          look="pill"
          mono
          onChange={(score) => change({ score: score as MeasureName }, 'sweep.score')}
        />
        {choice.y === null && (
          <Picker
            name="Second score"
            prefix="and"
            value={choice.second ?? NOTHING}
            groups={[{ group: '', options: [{ value: NOTHING, label: 'nothing else' }] }, ...groups]}
            look="pill"
            mono
            onChange={(second) =>
              change({ second: second === NOTHING ? null : (second as MeasureName) }, 'sweep.second')
            }
          />
        )}
        <Help about="the scores">
          <Glossary entries={offered} />
        </Help>
        <RepeatsEditor />
      </div>
    </section>
  );
}
