import { type ComponentType, lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useView } from '../../state/view.ts';
import { FileDoor } from '../files/FileDoor.tsx';
import { handleKey } from '../keys.ts';
import { Rail, type RailPart } from '../rail/Rail.tsx';
import { AddressProblems } from './AddressProblems.tsx';
import { FailedPicture } from './FailedPicture.tsx';
import classes from './shell.module.css';
import type { LabTab } from './Tabs.tsx';
import { TopBar } from './TopBar.tsx';

const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.tsx')).KeysDialog }));

const typing = (target: EventTarget | null) =>
  target instanceof Element && target.matches('input:not([type=range]):not([type=radio]), textarea');

interface ShellProps {
  labs: readonly LabTab[];
  /** The rail's parts beside the lab that is chosen. */
  rail: readonly RailPart[];
  railFold: ComponentType | null;
  children: ReactNode;
}

/** Top bar, rail, and the lab that is chosen. */
export function Shell({ labs, rail, railFold, children }: ShellProps) {
  /** null until it is first asked for: then it is loaded, and stays, so that closing gives the focus back. */
  const [keys, setKeys] = useState<boolean | null>(null);
  const lab = useView((view) => view.lab);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === '?' && !typing(event.target)) setKeys((open) => !open);
      else handleKey(event);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <div className={classes.shell}>
      <TopBar labs={labs} onKeys={() => setKeys(true)} />
      <div className={classes.strips}>
        <AddressProblems />
        <FailedPicture />
      </div>
      <Rail show={rail} fold={railFold} />
      <main className={classes.lab}>
        <div id="lab" role="tabpanel" aria-labelledby={`tab-${lab}`} className={classes.lab}>
          {children}
        </div>
      </main>
      <FileDoor />
      <Suspense>{keys !== null && <KeysDialog opened={keys} onClose={() => setKeys(false)} />}</Suspense>
    </div>
  );
}
