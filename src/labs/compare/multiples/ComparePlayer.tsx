import { Button } from '@mantine/core';
import { IconZoomIn, IconZoomOut, IconZoomReset } from '@tabler/icons-react';
import { type CSSProperties, useEffect } from 'react';
import { WHOLE } from '../../../charts/small-scatter/types.ts';
import controls from '../../../ui/controls/controls.module.css';
import { PlayerButtons } from '../../../ui/player/PlayerButtons.tsx';
import { usePlayerKeys } from '../../../ui/player/player-keys.ts';
import { Speed } from '../../../ui/player/Speed.tsx';
import classes from './multiples.module.css';
import { playbackKeys, usePlayback, zoomBy } from './playback.ts';

/** One player for all: each run in proportion to its own length. @param steps of the longest run */
export function ComparePlayer({ steps }: { steps: number }) {
  usePlayerKeys(playbackKeys);
  const step = usePlayback((playback) => playback.step);
  const last = usePlayback((playback) => playback.steps);
  const playing = usePlayback((playback) => playback.playing);
  const { setSteps, seek, restart, pause } = usePlayback.getState();
  useEffect(() => setSteps(steps), [steps, setSteps]);
  useEffect(() => pause, [pause]);
  const share = last === 0 ? 1 : step / last;
  return (
    <section className={classes.player} aria-label="Player">
      <PlayerButtons
        playing={playing}
        atStart={step === 0}
        atEnd={step >= last}
        keys={playbackKeys}
        onRestart={restart}
      />
      <input
        type="range"
        className={controls.slider}
        aria-label="Step"
        aria-valuetext={`${Math.round(share * 100)} % of each run`}
        min={0}
        max={Math.max(1, last)}
        value={last === 0 ? 1 : step}
        style={{ '--filled': share } as CSSProperties}
        onChange={(event) => seek(Number(event.currentTarget.value))}
      />
      <span className={`mono ${classes.share}`}>{Math.round(share * 100)} %</span>
      <Speed />
    </section>
  );
}

/** By touch the toolbar is out of sight where pictures are zoomed: how they move, and the way back, stay at hand. */
export function TouchZoom() {
  const view = usePlayback((playback) => playback.view);
  if (view.k === 1) return null;
  return (
    <div className={classes.touchZoom} role="status">
      Two fingers move the pictures
      <Button size="compact-sm" variant="default" onClick={() => usePlayback.getState().setView(WHOLE)}>
        Show all points
      </Button>
    </div>
  );
}

/** One zoom for all. */
export function ZoomButtons() {
  const view = usePlayback((playback) => playback.view);
  const { setView } = usePlayback.getState();
  const button = (name: string, Icon: typeof IconZoomIn, onClick: () => void, disabled: boolean) => (
    <button
      type="button"
      className={controls.icon}
      aria-label={name}
      title={name}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={18} aria-hidden="true" />
    </button>
  );
  return (
    <fieldset className={classes.zoom} aria-label="Zoom" title="Ctrl and the wheel zoom, a drag moves">
      {button('Zoom in', IconZoomIn, () => setView(zoomBy(view, 1.5)), view.k >= 60)}
      {button('Zoom out', IconZoomOut, () => setView(zoomBy(view, 1 / 1.5)), view.k <= 1)}
      {button('Reset zoom', IconZoomReset, () => setView(WHOLE), view.k === 1)}
    </fieldset>
  );
}
