import { Button } from '@mantine/core';
import { grouped } from '../../engine/spec/words.ts';
import { useView } from '../../state/view.ts';

/** How many rows are selected: why the others are pale, and the way back. */
export function Selected() {
  const count = useView(({ selection }) => selection?.size ?? 0);
  if (count === 0) return null;
  return (
    <Button size="compact-sm" variant="subtle" onClick={() => useView.getState().clearSelection()}>
      {grouped(count)} selected · clear
    </Button>
  );
}
