import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import { type Axis, isRange, isWhole, type RangeAxis, startAxis, sweepable } from '../../../engine/spec/axes.ts';
import { completeParams } from '../../../engine/spec/defaults.ts';
import type { Param, ParamSpecs } from '../../../engine/spec/kinds.ts';
import { checkSweep } from '../../../engine/spec/sweep.ts';
import { RecipeError } from '../../../engine/types.ts';
import { useRecipe } from '../../../state/recipe.ts';
import { useTune } from '../../../state/tune/store.ts';
import { Picker } from '../../../ui/controls/Picker.tsx';
import { formatValue } from '../../../ui/controls/param-text.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { ValueField } from '../../../ui/controls/ValueField.tsx';
import { change, effectiveChoice, sweepOf } from '../choice.ts';
import { isFittable } from '../fit-range.ts';
import classes from '../tune.module.css';
import { fitRanges } from '../useFittingRanges.ts';

type Which = 'x' | 'y';
const NOTHING = '—';

/** Takes an axis if the sweep is good with it; else says what is wrong. */
function takeAxis(which: Which, axis: Axis | null): string | null {
  const { recipe } = useRecipe.getState();
  const choice = { ...effectiveChoice(useTune.getState().choice, recipe), [which]: axis };
  try {
    checkSweep(sweepOf(recipe, choice));
  } catch (error) {
    if (error instanceof RecipeError) return error.problem;
    throw error;
  }
  change({ [which]: axis }, `sweep.${which}`);
  return null;
}

function RangeFields({ which, axis, param }: { which: Which; axis: RangeAxis; param: Param }) {
  const step = isWhole(param) ? 1 : Number(((axis.to - axis.from) / 20).toPrecision(1)) || 0.1;
  const field = (key: 'from' | 'to' | 'count', words: string) => (
    <span className={classes.field}>
      <span className="muted">{words}</span>
      <ValueField
        name={`${axis.param} ${key}`}
        text={formatValue(axis[key])}
        number={axis[key]}
        step={key === 'count' ? 1 : step}
        single
        invalid={false}
        onText={(text) => {
          const number = Number(text.trim().replace('−', '-'));
          if (text.trim() === '' || Number.isNaN(number)) return 'must be a number';
          return takeAxis(which, { ...axis, [key]: number });
        }}
        onStep={(next) => takeAxis(which, { ...axis, [key]: Number(next.toPrecision(12)) })}
      />
    </span>
  );
  return (
    <>
      <span className={classes.ends}>
        {field('from', 'from')}
        {field('to', 'to')}
        {field('count', 'values')}
      </span>
      <Segmented
        name={`${axis.param} scale`}
        value={axis.scale}
        options={[
          { value: 'linear', label: 'linear' },
          { value: 'log', label: 'log' },
        ]}
        onChange={(scale) => {
          // A log scale has no place for 0 and below.
          const from =
            scale === 'log' && axis.from <= 0 ? Number((Math.abs(axis.to) / 100).toPrecision(2)) || 0.01 : axis.from;
          takeAxis(which, { ...axis, scale, from: isWhole(param) ? Math.max(1, Math.round(from)) : from });
        }}
      />
    </>
  );
}

function ChoiceFields({ which, axis, param }: { which: Which; axis: Exclude<Axis, RangeAxis>; param: Param }) {
  const all = param.kind === 'bool' ? [false, true] : param.kind === 'choice' ? param.of : [];
  return (
    <fieldset className={classes.values} aria-label={`${axis.param} values`}>
      {all.map((value) => {
        const isIn = axis.values.includes(value);
        const next = all.filter((one) => (one === value ? !isIn : axis.values.includes(one)));
        return (
          <label key={String(value)} data-checked={isIn || undefined}>
            <input
              type="checkbox"
              className="visually-hidden"
              checked={isIn}
              disabled={isIn && axis.values.length === 1}
              onChange={() => takeAxis(which, { param: axis.param, values: next })}
            />
            {formatValue(value)}
          </label>
        );
      })}
    </fieldset>
  );
}

/** What is wrong with the data is said where the sweep runs. */
function fitNow(field: string): void {
  fitRanges(new AbortController().signal, true, field).catch(() => {});
}

/** Which parameter an axis of the sweep varies, and over what. */
export function AxisEditor({ which, axis, other }: { which: Which; axis: Axis | null; other: Axis | null }) {
  const algorithm = useRecipe(({ recipe }) => recipe.algorithm);
  const params = useRecipe(({ recipe }) => recipe.params);
  const specs: ParamSpecs = algorithmSpec(algorithm)!.params;
  const names = sweepable(specs, completeParams(specs, params)).filter((name) => name !== other?.param);
  if (axis && !names.includes(axis.param)) names.push(axis.param);
  const options = names.map((name) => ({ value: name, label: name }));
  const groups = [
    { group: '', options: which === 'y' ? [{ value: NOTHING, label: 'nothing else' }, ...options] : options },
  ];
  const param = axis && specs[axis.param];
  return (
    <div className={classes.axis}>
      <span className={classes.axisName}>{which === 'x' ? 'Sweep' : 'and'}</span>
      <Picker
        name={which === 'x' ? 'Swept parameter' : 'Second swept parameter'}
        value={axis?.param ?? NOTHING}
        groups={groups}
        look="pill"
        mono
        onChange={(name) => takeAxis(which, name === NOTHING ? null : startAxis(name, specs[name]!))}
      />
      {axis && param && isRange(axis) && <RangeFields which={which} axis={axis} param={param} />}
      {isFittable(algorithm, axis) && (
        <button type="button" className={`${classes.fit} text-button`} onClick={() => fitNow(`sweep.${which}`)}>
          Fit range to the data
        </button>
      )}
      {axis && param && !isRange(axis) && <ChoiceFields which={which} axis={axis} param={param} />}
    </div>
  );
}
