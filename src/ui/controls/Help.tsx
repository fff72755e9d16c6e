import { Popover } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './controls.module.css';

/**
 * A small button that says more: opened by click, touch or keyboard, closed by Escape. What opens is made when it is first
 * asked for: a page has many of these.
 */
export function Help({ about, children }: { about: string; children: ReactNode }) {
  const [opened, setOpened] = useState<boolean | null>(null);
  const target = useRef<HTMLButtonElement>(null);
  const isMade = opened !== null;
  // The popover brings the button anew, and the focus was on the old one.
  useEffect(() => {
    if (isMade) target.current?.focus();
  }, [isMade]);
  const button = (
    <button
      ref={target}
      type="button"
      className={classes.icon}
      aria-label={`About ${about}`}
      aria-haspopup="dialog"
      aria-expanded={opened === true}
      onClick={() => setOpened(!opened)}
      onKeyDown={({ key }) => key === 'Escape' && opened && setOpened(false)}
    >
      <IconInfoCircle size={14} aria-hidden="true" />
    </button>
  );
  if (!isMade) return button;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={264}
      position="bottom-start"
      shadow="md"
      withArrow
      trapFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown className={classes.help}>{children}</Popover.Dropdown>
    </Popover>
  );
}
