import { useState } from 'react';
import type { OutlierRule } from '../../engine/explore/types.ts';
import { MOST_THRESHOLD } from '../../state/explore/store.ts';
import classes from './explore.module.css';

interface Props {
  rule: OutlierRule;
  value: number;
  onChange(value: number): void;
}

/** Where outliers begin. What is no positive number is said to be none, and changes nothing. */
export function Threshold({ rule, value, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const isWrong = draft !== null && !(Number(draft) > 0 && Number(draft) <= MOST_THRESHOLD);
  return (
    <label className={classes.threshold}>
      {rule === 'zscore' ? '|z| above' : 'IQRs beyond'}
      <input
        type="number"
        aria-label="Threshold"
        min={0.5}
        max={MOST_THRESHOLD}
        step={0.5}
        value={draft ?? value}
        aria-invalid={isWrong}
        onBlur={() => setDraft(null)}
        onChange={({ currentTarget }) => {
          setDraft(currentTarget.value);
          const next = Number(currentTarget.value);
          const rounded = Number(next.toFixed(6));
          if (rounded > 0 && rounded <= MOST_THRESHOLD) onChange(rounded);
        }}
      />
      {isWrong && <span role="alert">must be above 0, at most {MOST_THRESHOLD}</span>}
    </label>
  );
}
