import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { ParamSpecs } from '../../engine/spec/kinds.ts';
import classes from './rail.module.css';

interface Props {
  specs: ParamSpecs;
  /** Draws one parameter; called only for those that are shown. */
  render(name: string): React.ReactNode;
}

/** The parameters of a spec: the main ones, the advanced ones behind "N more: max_iter, tol, …". */
export function ParamList({ specs, render }: Props) {
  const [open, setOpen] = useState(false);
  const names = Object.keys(specs);
  const more = names.filter((name) => specs[name]!.advanced);
  return (
    <>
      {names.filter((name) => !specs[name]!.advanced).map(render)}
      {more.length > 0 && (
        <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          <IconChevronRight size={14} aria-hidden="true" data-open={open || undefined} />
          <span>
            {open ? 'fewer' : `${more.length} more: `}
            {!open && <span className="mono">{more.join(', ')}</span>}
          </span>
        </button>
      )}
      {open && more.map(render)}
    </>
  );
}
