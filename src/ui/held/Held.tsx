import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './held.module.css';

interface Way {
  readonly label: string;
  go(): void;
}

/** What something would take that is too long to start unasked, and the ways on; `instead` is the one that is offered first. */
export function Held({
  name,
  children,
  instead,
  anyway,
}: {
  name: string;
  children: ReactNode;
  instead: Way | null;
  anyway: Way;
}) {
  return (
    <section className={classes.held} aria-label={name}>
      <p>{children}</p>
      <div className={classes.ways}>
        {instead && (
          <Button size="xs" onClick={instead.go}>
            {instead.label}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={anyway.go}>
          {anyway.label}
        </Button>
      </div>
    </section>
  );
}
