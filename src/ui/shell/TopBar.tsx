import { ActionIcon, Button } from '@mantine/core';
import { IconContrastFilled, IconLink, IconQuestionMark } from '@tabler/icons-react';
import { toggleTheme } from '../useTheme.ts';
import { Export } from './Export.tsx';
import { Logo } from './Logo.tsx';
import { share } from './share.ts';
import classes from './shell.module.css';
import { type LabTab, Tabs } from './Tabs.tsx';

export function TopBar({ labs, onKeys }: { labs: readonly LabTab[]; onKeys(): void }) {
  return (
    <header className={classes.bar}>
      <h1 className={classes.brand}>
        <Logo />
        <span>Clusterscope</span>
      </h1>
      <Tabs labs={labs} />
      <div className={classes.actions}>
        <Button variant="default" size="xs" className={classes.action} aria-label="Share" onClick={share}>
          <IconLink size={16} aria-hidden="true" />
          <span className={classes.actionWord}>Share</span>
        </Button>
        <Export className={classes.action} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label="Theme"
          title="Light or dark"
          onClick={toggleTheme}
        >
          <IconContrastFilled size={18} aria-hidden="true" />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label="Keys" title="Keys (?)" onClick={onKeys}>
          <IconQuestionMark size={18} aria-hidden="true" />
        </ActionIcon>
      </div>
    </header>
  );
}
