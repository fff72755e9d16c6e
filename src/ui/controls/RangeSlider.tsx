import { type CSSProperties, useEffect, useRef } from 'react';
import classes from './controls.module.css';
import { type SliderSpec, sliderPosition, sliderRange, sliderValue } from './slider-scale.ts';

interface Props {
  name: string;
  spec: SliderSpec;
  value: number | null;
  /** What a screen reader says for the value. */
  text: string;
  /** Every movement; `done` once at the end of a drag and after each key. */
  onChange(value: number, done: boolean): void;
}

/** The browser's own range input: keys, touch and screen readers work as everywhere. Null stands at the low end, muted. */
export function RangeSlider({ name, spec, value, text, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef({ spec, onChange });
  latest.current = { spec, onChange };

  // React's onChange is the browser's "input"; the browser's "change" tells the end of a drag.
  useEffect(() => {
    const node = input.current!;
    const done = () => latest.current.onChange(sliderValue(latest.current.spec, Number(node.value)), true);
    node.addEventListener('change', done);
    return () => node.removeEventListener('change', done);
  }, []);

  const { min, max, step } = sliderRange(spec);
  const position = value === null ? min : sliderPosition(spec, value);
  const filled = max > min ? (position - min) / (max - min) : 0;
  return (
    <input
      ref={input}
      type="range"
      className={classes.slider}
      aria-label={name}
      aria-valuetext={text}
      data-unset={value === null || undefined}
      min={min}
      max={max}
      step={step}
      value={position}
      style={{ '--filled': filled } as CSSProperties}
      onChange={(event) => onChange(sliderValue(spec, Number(event.currentTarget.value)), false)}
    />
  );
}
