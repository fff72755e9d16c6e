import { Button, type ButtonProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import classes from './shell.module.css';

/** What the menu hangs from; alone until the menu's code is there. */
export function ExportButton(props: ButtonProps & ComponentPropsWithRef<'button'>) {
  return (
    <Button variant="default" size="xs" aria-label="Export" aria-haspopup="menu" {...props}>
      <IconDownload size={16} aria-hidden="true" />
      <span className={classes.actionWord}>Export</span>
    </Button>
  );
}
