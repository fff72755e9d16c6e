import { Switch } from '@mantine/core';
import { IconArrowBackUp, IconDice5 } from '@tabler/icons-react';
import type { Param } from '../../engine/spec/kinds.ts';
import controls from '../controls/controls.module.css';
import { Help } from '../controls/Help.tsx';
import { formatValue } from '../controls/param-text.ts';
import { RangeSlider } from '../controls/RangeSlider.tsx';
import type { SliderSpec } from '../controls/slider-scale.ts';
import { ParamChoice } from './ParamChoice.tsx';
import { ParamField, ParamWords } from './ParamField.tsx';
import type { ParamControlProps } from './param-props.ts';
import classes from './rail.module.css';

function Reset({ name, param, onReset }: ParamControlProps) {
  const text = formatValue(param.default);
  return (
    <button
      type="button"
      className={controls.icon}
      aria-label={`Reset ${name} to ${text}`}
      title={`Reset to ${text}`}
      onClick={onReset}
    >
      <IconArrowBackUp size={16} aria-hidden="true" />
    </button>
  );
}

/** Another seed, short enough to be read out. */
function Dice({ name, onChange }: ParamControlProps) {
  return (
    <button
      type="button"
      className={controls.icon}
      aria-label={`New ${name}`}
      title="Another seed"
      onClick={() => onChange(Math.floor(Math.random() * 1000), true)}
    >
      <IconDice5 size={16} aria-hidden="true" />
    </button>
  );
}

function hasSlider(param: Param): param is Param & SliderSpec {
  return 'slider' in param && param.slider !== undefined;
}

/** One parameter: its name, a field or a choice, a slider where its spec has one, help and the way back to its default. */
export function ParamControl(props: ParamControlProps) {
  const { name, param, value, isDefault, isOurs, reference = 'scikit-learn', problem, onChange } = props;
  return (
    <div className={classes.param}>
      <div className={classes.paramHead}>
        <span className="mono">{name}</span>
        <Help about={name}>
          <p>{param.doc}</p>
          {!isOurs && (
            <p className="muted">
              {reference}’s default: <span className="mono">{formatValue(param.default)}</span>
            </p>
          )}
        </Help>
        <span className={classes.spacer} />
        {!isDefault && <Reset {...props} />}
        <ParamWords {...props} />
        {param.kind === 'seed' && <Dice {...props} />}
        {param.kind === 'bool' && (
          <Switch
            size="xs"
            aria-label={name}
            checked={value === true}
            onChange={(event) => onChange(event.currentTarget.checked, true)}
          />
        )}
        {param.kind !== 'bool' && param.kind !== 'choice' && <ParamField {...props} />}
      </div>
      {param.kind === 'choice' && <ParamChoice {...props} param={param} />}
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
