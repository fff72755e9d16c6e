import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type Section, useExplore } from '../../state/explore/store.ts';
import classes from './explore.module.css';
import type { SectionEntry } from './sections/index.ts';

/** The sections as tabs: one is in the tab order, arrow keys move between them. */
export function SectionTabs({ sections, current }: { sections: readonly SectionEntry[]; current: Section }) {
  const { setSection } = useExplore.getState();
  const list = useRef<HTMLDivElement>(null);
  // On a narrow page the tabs scroll: the chosen one is in sight. The page itself stays where it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of `current` changes which tab is selected.
  useEffect(() => {
    // In the next frame, which lays the page out anyway.
    const request = requestAnimationFrame(() => {
      const tab = list.current?.querySelector<HTMLElement>('[aria-selected="true"]');
      if (!list.current || !tab) return;
      const middle = tab.offsetLeft - list.current.offsetLeft + tab.offsetWidth / 2;
      list.current.scrollLeft = middle - list.current.clientWidth / 2;
    });
    return () => cancelAnimationFrame(request);
  }, [current]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (sections.findIndex(({ id }) => id === current) + by + sections.length) % sections.length;
    setSection(sections[next]!.id);
    (event.currentTarget.children[next] as HTMLElement).focus();
  };
  return (
    <div ref={list} role="tablist" aria-label="Sections" className={classes.tabs} onKeyDown={onKeyDown}>
      {sections.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`section-${id}`}
          aria-selected={id === current}
          aria-controls="explore-section"
          tabIndex={id === current ? 0 : -1}
          onClick={() => setSection(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
