import { useTimeline } from '../../state/timeline.ts';
import { Narration } from './Narration.tsx';
import { PlayerButtons } from './PlayerButtons.tsx';
import classes from './player.module.css';
import { type PlayerKeys, usePlayerKeys } from './player-keys.ts';
import { Speed } from './Speed.tsx';
import { Track } from './Track.tsx';

const timeline = () => useTimeline.getState();
const keys: PlayerKeys = {
  toggle: () => (timeline().playing ? timeline().pause() : timeline().play()),
  step: (by) => timeline().step(by),
  toStart: () => timeline().seek(0),
  toEnd: () => timeline().seek(timeline().frames.length - 1),
};

function Buttons() {
  const playing = useTimeline((timeline) => timeline.playing);
  const atStart = useTimeline(({ index }) => index === 0);
  const atEnd = useTimeline(({ index, frames }) => index >= frames.length - 1);
  const isEmpty = useTimeline(({ frames }) => frames.length === 0);
  const at = { playing, atStart, atEnd, isEmpty };
  return <PlayerButtons {...at} keys={keys} onRestart={timeline().restart} />;
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
