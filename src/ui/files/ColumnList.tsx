import { useState } from 'react';
import { grouped } from '../../engine/spec/words.ts';
import { canBeFeature } from '../../state/files/choice.ts';
import type { ColumnFacts } from '../../worker/files/kept.ts';
import { columnWords } from './csv-words.ts';
import classes from './files.module.css';

interface Props {
  columns: readonly ColumnFacts[];
  chosen: readonly string[];
  target: string | null;
  onChange(chosen: string[]): void;
}

/** So many are shown at once; the search finds the others. */
const SHOWN = 200;
const MANY = 12;

/** The columns of a table, each for what it is; those of numbers can be features. */
export function ColumnList({ columns, chosen, target, onChange }: Props) {
  const [search, setSearch] = useState('');
  const on = new Set(chosen);
  const possible = columns.filter((column) => canBeFeature(column) && column.name !== target);
  const wanted = search.trim().toLowerCase();
  const found = columns.filter(({ name }) => name.toLowerCase().includes(wanted));
  /** In the order of the file. */
  const set = (names: ReadonlySet<string>) => onChange(columns.flatMap(({ name }) => (names.has(name) ? [name] : [])));
  const toggle = (name: string) => {
    const next = new Set(on);
    if (!next.delete(name)) next.add(name);
    set(next);
  };
  return (
    <fieldset className={classes.columns} aria-label="Features">
      <div className={classes.columnsHead}>
        <span>
          Features: {grouped(chosen.length)} of {grouped(possible.length)}
        </span>
        <button type="button" onClick={() => set(new Set(possible.map(({ name }) => name)))}>
          all
        </button>
        <button type="button" onClick={() => set(new Set())}>
          none
        </button>
        {columns.length > MANY && (
          <input
            type="search"
            aria-label="Search columns"
            placeholder="search"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      </div>
      <div className={classes.columnList}>
        {found.slice(0, SHOWN).map((column) => (
          <label key={column.name} className={classes.column} data-off={!canBeFeature(column) || undefined}>
            <input
              type="checkbox"
              checked={on.has(column.name)}
              disabled={!canBeFeature(column) || column.name === target}
              onChange={() => toggle(column.name)}
            />
            <span className={classes.columnName}>{column.name}</span>
            <span className="muted">{column.name === target ? 'true class' : columnWords(column)}</span>
          </label>
        ))}
        {found.length > SHOWN && <p className="muted">and {found.length - SHOWN} more; search for them by name</p>}
        {found.length === 0 && <p className="muted">no column has this name</p>}
      </div>
    </fieldset>
  );
}
