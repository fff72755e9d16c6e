import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Lab } from '../../state/labs.ts';
import { useView } from '../../state/view.ts';
import { inTurn } from '../in-turn.ts';
import classes from './shell.module.css';

export interface LabTab {
  readonly id: Lab;
  readonly title: string;
}

/** The labs as tabs: one is in the tab order, arrow keys move between them. */
export function Tabs({ labs }: { labs: readonly LabTab[] }) {
  const current = useView(({ lab }) => lab);
  const list = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      inTurn(() => {
        // Where there is no room for all of them, they scroll.
        const tab = list.current?.querySelector<HTMLElement>(`#tab-${current}`);
        if (tab) tab.parentElement!.scrollLeft = tab.offsetLeft - tab.parentElement!.offsetLeft - 32;
      }),
    [current],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = (labs.findIndex(({ id }) => id === current) + by + labs.length) % labs.length;
    useView.getState().setLab(labs[next]!.id);
    (event.currentTarget.children[next] as HTMLElement).focus();
  };
  return (
    <div ref={list} role="tablist" aria-label="Labs" className={classes.tabs} onKeyDown={onKeyDown}>
      {labs.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={id === current}
          aria-controls="lab"
          tabIndex={id === current ? 0 : -1}
          className={classes.tab}
          onClick={() => useView.getState().setLab(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
