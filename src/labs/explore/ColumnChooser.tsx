import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { MOST_COLUMNS, useExplore } from '../../state/explore/store.ts';
import { FeatureChips } from '../../ui/rail/FeatureChips.tsx';
import type { Picked } from './columns.ts';
import classes from './explore.module.css';

interface Props {
  names: readonly string[];
  picked: Picked;
  /** Somebody chose them. */
  isChosen: boolean;
}

/** Says which columns are shown, and lets others be chosen. */
export function ColumnChooser({ names, picked, isChosen }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { setColumns } = useExplore.getState();
  if (names.length < 2) return null;
  return (
    <div className={classes.chooser}>
      <button
        type="button"
        className={classes.chooserButton}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className="muted">Columns</span> {picked.words}
        <IconChevronDown size={14} aria-hidden="true" />
      </button>
      {isChosen && (
        <button type="button" className={classes.link} onClick={() => setColumns(null)}>
          back to the start
        </button>
      )}
      {open && (
        <div id={id} className={classes.chips}>
          <FeatureChips
            label="Columns"
            names={names}
            chosen={picked.columns}
            onChange={(columns) => setColumns(columns.slice(0, MOST_COLUMNS))}
          />
        </div>
      )}
    </div>
  );
}
