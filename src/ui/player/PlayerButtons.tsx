import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerTrackNextFilled,
  IconPlayerTrackPrevFilled,
} from '@tabler/icons-react';
import controls from '../controls/controls.module.css';
import classes from './player.module.css';
import type { PlayerKeys } from './player-keys.ts';

interface Props {
  playing: boolean;
  atStart: boolean;
  atEnd: boolean;
  /** There is no step at all: nothing to play. */
  isEmpty?: boolean;
  /** What the keys do; the buttons do the same. */
  keys: PlayerKeys;
  onRestart(): void;
}

/** Restart, step back, play or pause, step forward. */
export function PlayerButtons({ playing, atStart, atEnd, isEmpty = false, keys, onRestart }: Props) {
  const Icon = playing ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <div className={classes.buttons}>
      <button
        type="button"
        className={controls.icon}
        aria-label="Restart"
        title="Restart (Home)"
        aria-disabled={isEmpty}
        onClick={onRestart}
      >
        <IconPlayerSkipBackFilled size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={controls.icon}
        aria-label="Step back"
        title="Step back (←)"
        aria-disabled={atStart}
        onClick={() => keys.step(-1)}
      >
        <IconPlayerTrackPrevFilled size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={classes.play}
        aria-label={playing ? 'Pause' : 'Play'}
        title={playing ? 'Pause (Space)' : 'Play (Space)'}
        aria-disabled={isEmpty}
        onClick={() => keys.toggle()}
      >
        <Icon size={18} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={controls.icon}
        aria-label="Step forward"
        title="Step forward (→)"
        aria-disabled={atEnd}
        onClick={() => keys.step(1)}
      >
        <IconPlayerTrackNextFilled size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
