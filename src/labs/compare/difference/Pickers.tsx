import { Button } from '@mantine/core';
import { useCompare } from '../../../state/compare/store.ts';
import { Picker } from '../../../ui/controls/Picker.tsx';
import type { Entry } from '../multiples/comparison.ts';

/** Which two results are held against each other. */
export function Pickers({ entries, pair }: { entries: readonly Entry[]; pair: readonly [number, number] }) {
  const options = entries.map(({ name }, i) => ({ value: String(i), label: name }));
  const picker = (name: string, end: 0 | 1) => (
    <Picker
      name={name}
      prefix={name}
      look="pill"
      value={String(pair[end])}
      groups={[{ group: '', options }]}
      onChange={(value) =>
        useCompare.getState().setPair(end === 0 ? [Number(value), pair[1]] : [pair[0], Number(value)])
      }
    />
  );
  return (
    <>
      {picker('From', 0)}
      {picker('To', 1)}
      <Button size="compact-sm" variant="subtle" onClick={() => useCompare.getState().setPair([pair[1], pair[0]])}>
        Swap
      </Button>
    </>
  );
}
