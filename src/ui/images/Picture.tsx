import { useEffect, useRef } from 'react';
import { paintGrey } from '../../charts/images/paint.ts';
import classes from './picture.module.css';

interface Props {
  name: string;
  /** 0 (black) to 1 (white), row by row. */
  shades: Float64Array;
  width: number;
  height: number;
}

/** One image; its size on the page is its box's. */
export function Picture({ name, shades, width, height }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => paintGrey(canvas.current!, shades, width, height), [shades, width, height]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={name}
      className={classes.picture}
      data-coarse={width < 16 || undefined}
    />
  );
}
