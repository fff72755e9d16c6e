import { Kbd, Modal } from '@mantine/core';
import { shortcuts } from '../keys.ts';
import classes from './shell.module.css';

export function KeysDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keys"
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <dl className={classes.keys}>
        {shortcuts.map(({ keys, label }) => (
          <div key={label}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">
        Every control can be reached with Tab. A slider moves with the arrow keys; so does the track of the player.
      </p>
    </Modal>
  );
}
