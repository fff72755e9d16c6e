import type { PlayerKeys } from '../../../ui/player/player-keys.ts';
import { neighbourTime, raceEnd } from './marks.ts';
import { useRace } from './race-store.ts';

/** However long a race took, it is shown again in so many seconds. */
const REPLAY_SECONDS = 8;

let request = 0;

const state = () => useRace.getState();
const lanes = () => state().lanes ?? [];
const now = () => state().time ?? raceEnd(lanes());

function goTo(time: number): void {
  pauseRace();
  useRace.setState({ time });
}

/** Shows the race again from where it stands, from the start if it stands at the end. */
export function playRace(): void {
  pauseRace();
  const end = raceEnd(lanes());
  let time = now() >= end ? 0 : now();
  let last: number | null = null;
  useRace.setState({ playing: true, time });
  const tick = (at: number) => {
    // A tab that slept must not jump to the end.
    time += last === null ? 0 : (Math.min(at - last, 100) / 1000 / REPLAY_SECONDS) * end;
    last = at;
    if (time >= end) return useRace.setState({ playing: false, time: null });
    useRace.setState({ time });
    request = requestAnimationFrame(tick);
  };
  request = requestAnimationFrame(tick);
}

export function pauseRace(): void {
  cancelAnimationFrame(request);
  if (state().playing) useRace.setState({ playing: false });
}

export const seekRace = goTo;

export const raceKeys: PlayerKeys = {
  toggle: () => (state().playing ? pauseRace() : playRace()),
  step: (by) => goTo(neighbourTime(lanes(), now(), by)),
  toStart: () => goTo(0),
  toEnd: () => {
    pauseRace();
    useRace.setState({ time: null });
  },
};
