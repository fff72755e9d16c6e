import { useTimeline } from '../../state/timeline.ts';
import { Picker } from '../controls/Picker.tsx';

const speeds = [0.25, 0.5, 1, 2, 4, 8];
const speedGroups = [{ group: '', options: speeds.map((speed) => ({ value: String(speed), label: `${speed}×` })) }];

/** How fast steps follow each other, wherever something is played. */
export function Speed() {
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
