import { Switch } from '@mantine/core';
import { IconArrowBackUp, IconDice5 } from '@tabler/icons-react';
import type { Param } from '../../engine/spec/kinds.ts';
import { validateParam } from '../../engine/spec/validate.ts';
import { type ParamValue, RecipeError } from '../../engine/types.ts';
import controls from '../controls/controls.module.css';
import { Help } from '../controls/Help.tsx';
import { Picker } from '../controls/Picker.tsx';
import { formatValue, parseValue } from '../controls/param-text.ts';
import { RangeSlider } from '../controls/RangeSlider.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { type SliderSpec, sliderRange } from '../controls/slider-scale.ts';
import { ValueField } from '../controls/ValueField.tsx';
import classes from './rail.module.css';

export interface ParamControlProps {
  name: string;
  param: Param;
  value: ParamValue;
  isDefault: boolean;
  /** A sentence from the run that names this parameter. */
  problem: string | null;
  /** `done`: the end of a drag or an entry; until then the picture follows, the history does not. */
  onChange(value: ParamValue, done: boolean): void;
  onReset(): void;
}

const BY_HAND = '(by hand)';
const wordValue = (word: string | null) => word ?? '(None)';

function Choice({ name, param, value, onChange }: ParamControlProps & { param: Param & { kind: 'choice' } }) {
  const current = Array.isArray(value) ? BY_HAND : wordValue(value as string | null);
  const options = param.of.map((word) => ({ value: wordValue(word), label: formatValue(word) }));
  if (current === BY_HAND) options.push({ value: BY_HAND, label: 'by hand' });
  const choose = (chosen: string) => {
    const word = param.of.find((candidate) => wordValue(candidate) === chosen);
    if (word !== undefined) onChange(word, true);
  };
  const letters = options.reduce((sum, { label }) => sum + label.length, 0);
  if (options.length <= 4 && letters <= 28) {
    return <Segmented name={name} mono value={current} options={options} onChange={choose} />;
  }
  return <Picker name={name} mono value={current} groups={[{ group: '', options }]} onChange={choose} />;
}

/** The words that may stand in place of a number ('auto', None), as buttons. */
function Words({ name, param, value, onChange }: ParamControlProps) {
  const words = 'or' in param ? (param.or ?? []) : param.kind === 'intOrPoints' ? [null] : [];
  return words.map((word) => (
    <button
      key={wordValue(word)}
      type="button"
      className={controls.word}
      aria-pressed={value === word}
      aria-label={`${name} ${formatValue(word)}`}
      onClick={() => onChange(word, true)}
    >
      {formatValue(word)}
    </button>
  ));
}

function Field({ name, param, value, problem, onChange }: ParamControlProps) {
  const number = typeof value === 'number' ? value : null;
  const bounds = param as { min?: number; max?: number };
  const take = (candidate: ParamValue, done: boolean): string | null => {
    try {
      onChange(validateParam(name, param, candidate), done);
      return null;
    } catch (error) {
      if (error instanceof RecipeError) return error.problem;
      throw error;
    }
  };
  return (
    <ValueField
      name={name}
      text={formatValue(value)}
      number={number}
      min={bounds.min}
      max={bounds.max}
      step={param.kind === 'real' || param.kind === 'realOrList' ? sliderRange(param).step || 0.1 : 1}
      single={param.kind !== 'range'}
      invalid={problem !== null}
      onText={(text, done) => take(parseValue(param, text), done)}
      onStep={(next) => take(Number(next.toPrecision(12)), true)}
    />
  );
}

function hasSlider(param: Param): param is Param & SliderSpec {
  return 'slider' in param && param.slider !== undefined;
}

/** One parameter: its name, a field or a choice, a slider where its spec has one, help and the way back to its default. */
export function ParamControl(props: ParamControlProps) {
  const { name, param, value, isDefault, problem, onChange, onReset } = props;
  return (
    <div className={classes.param}>
      <div className={classes.paramHead}>
        <span className="mono">{name}</span>
        <Help about={name}>
          <p>{param.doc}</p>
          <p className="muted">
            scikit-learn’s default: <span className="mono">{formatValue(param.default)}</span>
          </p>
        </Help>
        <span className={classes.spacer} />
        {!isDefault && (
          <button
            type="button"
            className={controls.icon}
            aria-label={`Reset ${name} to ${formatValue(param.default)}`}
            title={`Reset to ${formatValue(param.default)}`}
            onClick={onReset}
          >
            <IconArrowBackUp size={16} aria-hidden="true" />
          </button>
        )}
        <Words {...props} />
        {param.kind === 'seed' && (
          <button
            type="button"
            className={controls.icon}
            aria-label={`New ${name}`}
            title="Another seed"
            onClick={() => onChange(Math.floor(Math.random() * 1000), true)}
          >
            <IconDice5 size={16} aria-hidden="true" />
          </button>
        )}
        {param.kind === 'bool' && (
          <Switch
            size="xs"
            aria-label={name}
            checked={value === true}
            onChange={(event) => onChange(event.currentTarget.checked, true)}
          />
        )}
        {param.kind !== 'bool' && param.kind !== 'choice' && <Field {...props} />}
      </div>
      {param.kind === 'choice' && <Choice {...props} param={param} />}
      {hasSlider(param) && (
        <RangeSlider
          name={name}
          spec={param}
          value={typeof value === 'number' ? value : null}
          text={formatValue(value)}
          onChange={onChange}
        />
      )}
      {problem && (
        <p className={controls.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
