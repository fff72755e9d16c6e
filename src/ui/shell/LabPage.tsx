import { Button, Loader } from '@mantine/core';
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

/** Where its code did not arrive: no network, or another version of the page has taken its place. */
export function LabFailed({ title, onAgain }: { title: string; onAgain(): void }) {
  return (
    <div className={classes.page} role="alert">
      <p>
        {title} could not be loaded. Look at the connection, then try again; if that does not help, reload the page.
      </p>
      <Button onClick={onAgain}>Try again</Button>
    </div>
  );
}
