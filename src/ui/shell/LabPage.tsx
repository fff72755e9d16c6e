import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './shell.module.css';

/** A lab that is a page beside the rail, instead of stage, player and panels; it scrolls by itself. */
export function LabPage({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={classes.page} aria-label={name}>
      {children}
    </section>
  );
}

/** While the lab's own code is on its way. */
export function LabLoading() {
  return (
    <div className={classes.page} role="status" aria-label="Loading">
      <Loader size="sm" />
    </div>
  );
}
