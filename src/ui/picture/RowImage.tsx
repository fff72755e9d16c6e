import { useMemo } from 'react';
import type { StagePictures } from '../../charts/stage/types.ts';
import { Picture } from '../images/Picture.tsx';
import classes from './picture.module.css';
import { shadesOfRow } from './pictures.ts';

/** A row as the picture that it is, enlarged. */
export function RowImage({ name, pictures, row }: { name: string; pictures: StagePictures; row: number }) {
  const shades = useMemo(() => shadesOfRow(pictures, row), [pictures, row]);
  return (
    <div className={classes.image}>
      <Picture name={name} shades={shades} width={pictures.width} height={pictures.height} />
    </div>
  );
}
