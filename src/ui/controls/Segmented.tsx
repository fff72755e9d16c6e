import { useId } from 'react';
import classes from './controls.module.css';

interface Props<V extends string> {
  name: string;
  value: V;
  options: readonly { value: V; label: string }[];
  mono?: boolean;
  onChange(value: V): void;
}

/** A few choices side by side: radio buttons, so arrow keys move between them. */
export function Segmented<V extends string>({ name, value, options, mono, onChange }: Props<V>) {
  const group = useId();
  return (
    <div role="radiogroup" className={classes.segmented} aria-label={name} data-mono={mono || undefined}>
      {options.map((option) => (
        <label key={option.value} data-checked={option.value === value || undefined}>
          <input
            type="radio"
            name={group}
            className="visually-hidden"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
