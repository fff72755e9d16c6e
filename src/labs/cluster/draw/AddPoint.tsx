import { Button } from '@mantine/core';
import { useState } from 'react';
import classes from './draw.module.css';
import type { Domain } from './strokes.ts';

interface Props {
  x: Domain;
  y: Domain;
  onAdd(point: { x: number; y: number }): void;
}

/** A point by its numbers, for those who do not draw. */
export function AddPoint({ x, y, onAdd }: Props) {
  const [texts, setTexts] = useState({ x: '5', y: '5' });
  const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));
  const good = isNumber(texts.x) && isNumber(texts.y);
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (good) onAdd({ x: Number(texts.x), y: Number(texts.y) });
      }}
    >
      {(['x', 'y'] as const).map((name) => (
        <label key={name}>
          {name}
          <input
            inputMode="decimal"
            value={texts[name]}
            aria-invalid={!isNumber(texts[name])}
            title={`${(name === 'x' ? x : y).join(' to ')} in view`}
            onChange={(event) => setTexts({ ...texts, [name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <Button type="submit" size="compact-sm" variant="default" disabled={!good}>
        Add
      </Button>
    </form>
  );
}
