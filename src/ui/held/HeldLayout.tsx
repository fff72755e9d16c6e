import { grouped } from '../../engine/spec/words.ts';
import { useLayout } from '../../state/layouts.ts';
import { useView } from '../../state/view.ts';
import { heldWords } from '../cost-words.ts';
import { useNoun } from '../useNoun.ts';
import { Held } from './Held.tsx';

/** What laying out all rows would take, before it starts, and the sample that takes its place. */
export function HeldLayout({ title }: { title: string }) {
  const held = useLayout((layout) => layout.held);
  const isThere = useLayout(({ placed }) => placed !== null);
  const noun = useNoun();
  if (!held) return null;
  return (
    <Held
      name="Before it is laid out"
      instead={{
        label: `Lay out a sample of ${grouped(held.sample)}`,
        go: () => useView.getState().setLaidOut('sample'),
      }}
      anyway={{ label: `Lay out all ${grouped(held.rows)} anyway`, go: () => useLayout.getState().runAnyway() }}
    >
      <b>{heldWords(title, held)}</b>{' '}
      <span className="muted">
        It can be stopped at any time. With a sample, the other {noun.many} are placed between the nearest of it.
        {isThere && ' The picture is of the sample.'}
      </span>
    </Held>
  );
}
