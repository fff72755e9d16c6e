import { useState } from 'react';
import type { OutlierRule } from '../../engine/explore/types.ts';
import classes from './explore.module.css';

interface Props {
  rule: OutlierRule;
  value: number;
  onChange(value: number): void;
}

/** Where outliers begin. What is no positive number is said to be none, and changes nothing. */
export function Threshold({ rule, value, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const isWrong = draft !== null && !(Number(draft) > 0 && Number(draft) <= 100);
  return (
    <label className={classes.threshold}>
      {rule === 'zscore' ? '|z| above' : 'IQRs beyond'}
      <input
        type="number"
        aria-label="Threshold"
        min={0.5}
        max={100}
        step={0.5}
        value={draft ?? value}
        aria-invalid={isWrong}
        onBlur={() => setDraft(null)}
        onChange={({ currentTarget }) => {
          setDraft(currentTarget.value);
          const next = Number(currentTarget.value);
          if (next > 0 && next <= 100) onChange(next);
        }}
      />
      {isWrong && <span role="alert">must be above 0, at most 100</span>}
    </label>
  );
}
