import type { Param } from '../../engine/spec/kinds.ts';
import { Picker } from '../controls/Picker.tsx';
import { formatValue } from '../controls/param-text.ts';
import { Segmented } from '../controls/Segmented.tsx';
import { type ParamControlProps, wordKey } from './param-props.ts';

const BY_HAND = '(by hand)';

/** A choice of words: side by side when they are few and short, else a list. Points set by hand are one more. */
export function ParamChoice({
  name,
  param,
  value,
  onChange,
}: ParamControlProps & { param: Param & { kind: 'choice' } }) {
  const current = Array.isArray(value) ? BY_HAND : wordKey(value as string | null);
  const options = param.of.map((word) => ({ value: wordKey(word), label: formatValue(word) }));
  if (current === BY_HAND) options.push({ value: BY_HAND, label: 'by hand' });
  const choose = (chosen: string) => {
    const word = param.of.find((candidate) => wordKey(candidate) === chosen);
    if (word !== undefined) onChange(word, true);
  };
  const letters = options.reduce((sum, { label }) => sum + label.length, 0);
  if (options.length <= 4 && letters <= 28) {
    return <Segmented name={name} mono value={current} options={options} onChange={choose} />;
  }
  return <Picker name={name} mono value={current} groups={[{ group: '', options }]} onChange={choose} />;
}
