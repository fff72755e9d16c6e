import { IconArrowsMove, IconLasso, IconZoomReset } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useRun } from '../../../state/run.ts';
import { COLOR_BY, useView } from '../../../state/view.ts';
import controls from '../../../ui/controls/controls.module.css';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { ProjectionPicker } from '../../../ui/picture/ProjectionPicker.tsx';
import { useClassNoun } from '../../../ui/useNoun.ts';
import classes from './map.module.css';
import { useMap } from './map-store.ts';

interface ToolProps {
  name: string;
  title: string;
  pressed?: boolean;
  onClick(): void;
  children: ReactNode;
}

function Tool({ name, title, pressed, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className={controls.icon}
      aria-label={name}
      title={title}
      aria-pressed={pressed}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** By what the map's dots are coloured, where classes are known. */
function Coloring() {
  const hasClasses = useRun(({ data }) => data?.table.y != null);
  const colorBy = useView((view) => view.colorBy);
  const noun = useClassNoun();
  if (!hasClasses) return null;
  return (
    <Segmented
      name="Colour"
      value={colorBy}
      options={COLOR_BY.map((value) => ({ value, label: value === 'class' ? `true ${noun}` : value }))}
      onChange={(value) => useView.getState().setColorBy(value)}
    />
  );
}

/** How the map shows its dots, and what a drag does. */
export function MapTools() {
  const tool = useMap((map) => map.tool);
  const { setTool, resetZoom } = useMap.getState();
  return (
    <div className={classes.toolbar}>
      <ProjectionPicker />
      <Coloring />
      <fieldset className={classes.tools} aria-label="Pointer">
        <Tool name="Pan" title="Drag moves the map" pressed={tool === 'pan'} onClick={() => setTool('pan')}>
          <IconArrowsMove size={18} aria-hidden="true" />
        </Tool>
        <Tool
          name="Lasso"
          title="Drag selects (Shift adds, Alt removes)"
          pressed={tool === 'lasso'}
          onClick={() => setTool('lasso')}
        >
          <IconLasso size={18} aria-hidden="true" />
        </Tool>
        <Tool name="Reset zoom" title="Show everything (double-click)" onClick={resetZoom}>
          <IconZoomReset size={18} aria-hidden="true" />
        </Tool>
      </fieldset>
    </div>
  );
}
