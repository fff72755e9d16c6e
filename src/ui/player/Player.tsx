import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerTrackNextFilled,
  IconPlayerTrackPrevFilled,
} from '@tabler/icons-react';
import { useTimeline } from '../../state/timeline.ts';
import controls from '../controls/controls.module.css';
import { Picker } from '../controls/Picker.tsx';
import { Narration } from './Narration.tsx';
import classes from './player.module.css';
import { type PlayerKeys, usePlayerKeys } from './player-keys.ts';
import { Track } from './Track.tsx';

const speeds = [0.25, 0.5, 1, 2, 4, 8];
const speedGroups = [{ group: '', options: speeds.map((speed) => ({ value: String(speed), label: `${speed}×` })) }];

function Buttons() {
  const playing = useTimeline((timeline) => timeline.playing);
  const atStart = useTimeline(({ index }) => index === 0);
  const atEnd = useTimeline(({ index, frames }) => index >= frames.length - 1);
  const { play, pause, step, restart } = useTimeline.getState();
  return (
    <div className={classes.buttons}>
      <button type="button" className={controls.icon} aria-label="Restart" title="Restart (Home)" onClick={restart}>
        <IconPlayerSkipBackFilled size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={controls.icon}
        aria-label="Step back"
        title="Step back (←)"
        aria-disabled={atStart}
        onClick={() => step(-1)}
      >
        <IconPlayerTrackPrevFilled size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={classes.play}
        aria-label={playing ? 'Pause' : 'Play'}
        title={playing ? 'Pause (Space)' : 'Play (Space)'}
        onClick={playing ? pause : play}
      >
        {playing ? (
          <IconPlayerPauseFilled size={18} aria-hidden="true" />
        ) : (
          <IconPlayerPlayFilled size={18} aria-hidden="true" />
        )}
      </button>
      <button
        type="button"
        className={controls.icon}
        aria-label="Step forward"
        title="Step forward (→)"
        aria-disabled={atEnd}
        onClick={() => step(1)}
      >
        <IconPlayerTrackNextFilled size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

function Counter() {
  const step = useTimeline(({ frames, index }) => frames[index]?.step ?? 0);
  const last = useTimeline(({ frames }) => frames.at(-1)?.step ?? 0);
  return (
    <span className={`mono ${classes.counter}`}>
      {step} / {last}
    </span>
  );
}

function Speed() {
  const speed = useTimeline((timeline) => timeline.speed);
  return (
    <Picker
      name="Speed"
      look="pill"
      mono
      value={String(speed)}
      groups={speedGroups}
      onChange={(value) => useTimeline.getState().setSpeed(Number(value))}
    />
  );
}

const timeline = () => useTimeline.getState();
const keys: PlayerKeys = {
  toggle: () => (timeline().playing ? timeline().pause() : timeline().play()),
  step: (by) => timeline().step(by),
  toStart: () => timeline().seek(0),
  toEnd: () => timeline().seek(timeline().frames.length - 1),
};

/** Plays a run: the words for the step above, buttons, the track, where it stands, how fast it goes. */
export function Player() {
  usePlayerKeys(keys);
  return (
    <section className={classes.player} aria-label="Player">
      <Narration />
      <div className={classes.row}>
        <Buttons />
        <Track />
        <Counter />
        <Speed />
      </div>
    </section>
  );
}
