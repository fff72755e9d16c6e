import { lazy, Suspense, useEffect, useState } from 'react';
import { useFiles } from '../../state/files/store.ts';
import classes from './door.module.css';
import { listenForFiles } from './door.ts';

const FileDialog = lazy(async () => ({ default: (await import('./FileDialog.tsx')).FileDialog }));

/** Files come in here, from anywhere on the page; what becomes of them is asked in a dialog. */
export function FileDoor() {
  const [over, setOver] = useState(false);
  const isOffered = useFiles(({ offer }) => offer !== null);
  /** Once asked for it stays, so that closing gives the focus back. */
  const [wasOffered, setWasOffered] = useState(false);
  useEffect(() => listenForFiles(setOver), []);
  useEffect(() => {
    if (isOffered) setWasOffered(true);
  }, [isOffered]);
  return (
    <>
      {over && (
        <div className={classes.over} role="status">
          <p>Drop a CSV file, or IDX files of images. They stay on this machine.</p>
        </div>
      )}
      <Suspense>{(isOffered || wasOffered) && <FileDialog />}</Suspense>
    </>
  );
}
