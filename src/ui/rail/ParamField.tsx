import { validateParam } from '../../engine/spec/validate.ts';
import { type ParamValue, RecipeError } from '../../engine/types.ts';
import controls from '../controls/controls.module.css';
import { formatValue, parseValue } from '../controls/param-text.ts';
import { sliderRange } from '../controls/slider-scale.ts';
import { ValueField } from '../controls/ValueField.tsx';
import { type ParamControlProps, wordKey } from './param-props.ts';

/** The words that may stand in place of a number ('auto', None), as buttons. */
export function ParamWords({ name, param, value, onChange }: ParamControlProps) {
  const words = 'or' in param ? (param.or ?? []) : param.kind === 'intOrPoints' ? [null] : [];
  return words.map((word) => (
    <button
      key={wordKey(word)}
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

/** The field of a number or a list; it takes what the spec takes, and says what is wrong with the rest. */
export function ParamField({ name, param, value, problem, onChange }: ParamControlProps) {
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
