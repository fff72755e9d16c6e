import { Button } from '@mantine/core';
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlayerSkipBackFilled } from '@tabler/icons-react';
import { useMemo } from 'react';
import { createRace } from '../../../charts/race/race.ts';
import type { RaceData } from '../../../charts/race/types.ts';
import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import { figure } from '../../../engine/spec/words.ts';
import { type RaceStart, usePicked } from '../../../state/images/store.ts';
import controls from '../../../ui/controls/controls.module.css';
import player from '../../../ui/player/player.module.css';
import { usePlayerKeys } from '../../../ui/player/player-keys.ts';
import { duration } from '../../../ui/rail/run-words.ts';
import { useChart } from '../../../ui/useChart.ts';
import { usePalette } from '../../../ui/useTheme.ts';
import { handFocusTo, takesClose } from './hand-focus.ts';
import { isRunning, markAt, raceEnd, secondsOf } from './marks.ts';
import classes from './race.module.css';
import { pauseRace, playRace, raceKeys, seekRace } from './race-player.ts';
import { cancelRace, type Lane, startRace, useRace } from './race-store.ts';

const titleOf = ({ recipe }: Lane) => algorithmSpec(recipe.algorithm)?.title ?? recipe.algorithm;

/** What the race has come to, in a sentence. */
function words(lanes: readonly [Lane, Lane]): string {
  const [full, mini] = lanes.map(({ marks }) => marks.at(-1));
  if (lanes.some(isRunning))
    return 'Both work on all rows; each step of either is evaluated on all of them, off the clock.';
  if (!full?.score || !mini?.score) return 'There is no result.';
  const faster = secondsOf(full) / Math.max(secondsOf(mini), 1e-9);
  const worse = (mini.score / full.score - 1) * 100;
  const speed =
    faster >= 1
      ? `${titleOf(lanes[1])} was done ${faster.toFixed(1)} times as fast`
      : `${titleOf(lanes[1])} took ${(1 / faster).toFixed(1)} times as long`;
  const quality =
    worse >= 0 ? `its inertia is ${worse.toFixed(1)} % higher` : `its inertia is ${(-worse).toFixed(1)} % lower`;
  return `${speed}; ${quality}.`;
}

function Curves({ lanes }: { lanes: readonly [Lane, Lane] }) {
  const time = useRace((race) => race.time);
  const palette = usePalette();
  const end = raceEnd(lanes);
  const at = time ?? end;
  const data = useMemo<RaceData>(
    () => ({
      runners: lanes.map((lane, i) => ({
        name: titleOf(lane),
        color: palette[i]!,
        points: lane.marks.flatMap((mark) =>
          mark.score === null ? [] : [{ seconds: secondsOf(mark), inertia: mark.score }],
        ),
        isOver: !isRunning(lane) && markAt(lane.marks, time) === lane.marks.at(-1),
      })),
      time: at,
      valueText: `${duration(at)}: ${lanes
        .map((lane) => `${titleOf(lane)} inertia ${figure(markAt(lane.marks, time)?.score ?? 0)}`)
        .join(', ')}`,
    }),
    [lanes, palette, time, at],
  );
  const node = useChart(createRace, data, { onSeek: seekRace });
  return <div ref={node} className={classes.curves} />;
}

/** Plays the race again, says how it went, and starts another. */
export function RaceFoot({ lanes, start }: { lanes: readonly [Lane, Lane]; start: RaceStart }) {
  usePlayerKeys(raceKeys);
  const playing = useRace((race) => race.playing);
  const runs = lanes.some(isRunning);
  return (
    <section className={player.player} aria-label="Player">
      <p role="status" aria-label="Narration" className={player.narration}>
        <b>{runs ? 'Race' : 'Race over'}.</b> {words(lanes)}{' '}
        <span className="muted">Seconds are those of each fit alone, on one core, from the seeded centres on.</span>
      </p>
      <div className={player.row}>
        <div className={player.buttons}>
          <button
            type="button"
            className={controls.icon}
            aria-label="Restart"
            title="Restart (Home)"
            onClick={raceKeys.toStart}
          >
            <IconPlayerSkipBackFilled size={16} aria-hidden="true" />
          </button>
          <button
            type="button"
            className={player.play}
            aria-label={playing ? 'Pause' : 'Play'}
            title={playing ? 'Pause (Space)' : 'Play (Space)'}
            onClick={playing ? pauseRace : playRace}
          >
            {playing ? (
              <IconPlayerPauseFilled size={18} aria-hidden="true" />
            ) : (
              <IconPlayerPlayFilled size={18} aria-hidden="true" />
            )}
          </button>
        </div>
        <Curves lanes={lanes} />
        <div className={classes.ways}>
          {runs ? (
            <Button size="xs" variant="default" onClick={cancelRace}>
              Cancel
            </Button>
          ) : (
            <Button size="xs" onClick={() => startRace(start)}>
              Race again
            </Button>
          )}
          <Button
            ref={takesClose}
            size="xs"
            variant="default"
            onClick={() => {
              handFocusTo('open');
              usePicked.getState().setRace(null);
            }}
          >
            Close race
          </Button>
        </div>
      </div>
    </section>
  );
}
