import { useState } from 'react';
import { Chips } from './Chips.tsx';
import classes from './rail.module.css';

interface Props {
  names: readonly string[];
  chosen: readonly number[];
  /** The accessible name of them all. */
  label?: string;
  onChange(columns: number[]): void;
}

/** Above this many, the chips scroll in a box of their own with a search. */
const MANY = 12;

/** So many are shown at first: an image has 784, and a page with a button for each is slow to lay out. */
const SHOWN = 48;

/** Which features are clustered. At least one: with none, nothing changes until one is chosen again. */
export function FeatureChips({ names, chosen, label = 'Features', onChange }: Props) {
  const [cleared, setCleared] = useState(false);
  const [search, setSearch] = useState('');
  const [isWhole, setWhole] = useState(false);
  const on = new Set(cleared ? [] : chosen);
  const many = names.length > MANY;
  const set = (columns: number[]) => {
    setCleared(columns.length === 0);
    if (columns.length > 0) onChange(columns);
  };
  const toggle = (column: number) =>
    set(on.has(column) ? [...on].filter((other) => other !== column) : [...on, column]);
  const found = names
    .map((name, column) => ({ name, column }))
    .filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  const isFew = on.size <= SHOWN;
  const shown = isWhole ? found : found.filter(({ column }, i) => i < SHOWN || (isFew && on.has(column)));
  return (
    <fieldset className={classes.features} aria-label={label}>
      {names.length > 4 && (
        <div className={classes.featureHead}>
          <span className="muted">
            {on.size} of {names.length} features
          </span>
          <button type="button" className={classes.link} onClick={() => set(names.map((_, column) => column))}>
            all
          </button>
          <button type="button" className={classes.link} onClick={() => set([])}>
            none
          </button>
        </div>
      )}
      {many && (
        <input
          type="search"
          className={classes.search}
          aria-label={`Search ${label.toLowerCase()}`}
          placeholder="search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <Chips shown={shown} on={on} many={many} onToggle={toggle} />
      {shown.length < found.length && (
        <button type="button" className={classes.link} onClick={() => setWhole(true)}>
          show {found.length - shown.length} more
        </button>
      )}
      {on.size === 0 && (
        <p className={classes.hint} role="alert">
          Choose at least one feature; until then the picture stays as it is.
        </p>
      )}
    </fieldset>
  );
}
