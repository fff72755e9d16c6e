import { Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './controls.module.css';

/** A small button that says more: opened by click, touch or keyboard, closed by Escape. */
export function Help({ about, children }: { about: string; children: ReactNode }) {
  return (
    <Popover
      width={264}
      position="bottom-start"
      shadow="md"
      withArrow
      trapFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button type="button" className={classes.icon} aria-label={`About ${about}`}>
          <IconInfoCircle size={14} aria-hidden="true" />
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.help}>{children}</Popover.Dropdown>
    </Popover>
  );
}
