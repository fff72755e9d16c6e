import { type KeyboardEvent, useState } from 'react';
import classes from './rail.module.css';

interface Props {
  shown: readonly { readonly name: string; readonly column: number }[];
  on: ReadonlySet<number>;
  /** So many that they scroll in a box of their own, which is one stop for Tab: arrows move between them. */
  many: boolean;
  onToggle(column: number): void;
}

/** Where a key leads among `count` chips in a line; null: it is not for them. */
function targetOf(key: string, from: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(from + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/** A button for each feature, pressed where it counts. */
export function Chips({ shown, on, many, onToggle }: Props) {
  const [last, setLast] = useState(0);
  const active = Math.min(last, shown.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = targetOf(event.key, active, shown.length);
    if (target === null) return;
    event.preventDefault();
    (event.currentTarget.children[target] as HTMLElement | undefined)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons in it
    <div className={classes.chips} data-many={many || undefined} onKeyDown={many ? onKeyDown : undefined}>
      {shown.map(({ name, column }, i) => (
        <button
          key={name}
          type="button"
          className={classes.chip}
          aria-pressed={on.has(column)}
          title={name}
          tabIndex={many && i !== active ? -1 : 0}
          onFocus={() => setLast(i)}
          onClick={() => onToggle(column)}
        >
          {name.replace(/ \([^)]*\)$/, '')}
        </button>
      ))}
      {shown.length === 0 && <span className="muted">no feature has this name</span>}
    </div>
  );
}
