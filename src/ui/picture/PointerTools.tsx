import { IconArrowsMove, IconLasso, IconZoomReset } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import controls from '../controls/controls.module.css';
import classes from './picture.module.css';

interface ToolProps {
  name: string;
  title: string;
  isPressed?: boolean;
  onClick(): void;
  children: ReactNode;
}

function Tool({ name, title, isPressed, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className={controls.icon}
      aria-label={name}
      title={title}
      aria-pressed={isPressed}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

interface Props {
  tool: 'pan' | 'lasso';
  setTool(tool: 'pan' | 'lasso'): void;
  resetZoom(): void;
  /** What panning moves: "picture", "map". */
  moved: string;
}

/** What a plain drag does in a picture of all points, and how to see the whole again. */
export function PointerTools({ tool, setTool, resetZoom, moved }: Props) {
  return (
    <fieldset className={classes.tools} aria-label="Pointer">
      <Tool name="Pan" title={`Drag moves the ${moved}`} isPressed={tool === 'pan'} onClick={() => setTool('pan')}>
        <IconArrowsMove size={18} aria-hidden="true" />
      </Tool>
      <Tool
        name="Lasso"
        title="Drag selects (Shift adds, Alt removes)"
        isPressed={tool === 'lasso'}
        onClick={() => setTool('lasso')}
      >
        <IconLasso size={18} aria-hidden="true" />
      </Tool>
      <Tool name="Reset zoom" title="Show everything (double-click)" onClick={resetZoom}>
        <IconZoomReset size={18} aria-hidden="true" />
      </Tool>
    </fieldset>
  );
}
