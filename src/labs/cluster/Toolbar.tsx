import { IconX } from '@tabler/icons-react';
import { useRun } from '../../state/run.ts';
import { COLOR_BY, type ColorBy, SHAPE_BY, type ShapeBy, SPACES, type Space, useView } from '../../state/view.ts';
import { Picker } from '../../ui/controls/Picker.tsx';
import { PointerTools } from '../../ui/picture/PointerTools.tsx';
import { ProjectionPicker } from '../../ui/picture/ProjectionPicker.tsx';
import { useClassNoun } from '../../ui/useNoun.ts';
import { overlayOf } from './overlays/index.ts';
import classes from './stage.module.css';
import { useStage } from './stage-store.ts';

/** For a method that clusters in a space of its own: which of the two is shown. */
function SpaceSwitch() {
  const algorithm = useRun(({ framed }) => framed?.recipe.algorithm);
  const space = useView((view) => view.space);
  if (algorithm === undefined || !overlayOf(algorithm)?.space) return null;
  return (
    <Picker
      name="Space"
      prefix="Space"
      look="pill"
      value={space}
      groups={[{ group: '', options: SPACES.map((value) => ({ value, label: value })) }]}
      onChange={(value) => useView.getState().setSpace(value as Space)}
    />
  );
}

function ColorAndShape() {
  const hasClasses = useRun(({ data }) => data?.table.y != null);
  const colorBy = useView((view) => view.colorBy);
  const shapeBy = useView((view) => view.shapeBy);
  const noun = useClassNoun();
  if (!hasClasses) return null;
  const options = (values: readonly string[]) => [
    { group: '', options: values.map((value) => ({ value, label: value === 'class' ? noun : value })) },
  ];
  const { setColorBy, setShapeBy } = useView.getState();
  return (
    <>
      <Picker
        name="Colour"
        prefix="Colour"
        look="pill"
        value={colorBy}
        groups={options(COLOR_BY)}
        onChange={(value) => setColorBy(value as ColorBy)}
      />
      <Picker
        name="Shape"
        prefix="Shape"
        look="pill"
        value={shapeBy}
        groups={options(SHAPE_BY)}
        onChange={(value) => setShapeBy(value as ShapeBy)}
      />
    </>
  );
}

function Tools() {
  const tool = useStage((stage) => stage.tool);
  const { setTool, resetZoom } = useStage.getState();
  return <PointerTools tool={tool} setTool={setTool} resetZoom={resetZoom} moved="picture" />;
}

function Selection() {
  const count = useView(({ selection }) => selection?.size ?? 0);
  if (count === 0) return null;
  return (
    <div className={classes.selection}>
      <span role="status">
        {count} <span>selected</span>
      </span>
      <button
        type="button"
        className="text-button"
        aria-label="clear"
        title="Clear the selection"
        onClick={() => useView.getState().clearSelection()}
      >
        <span>clear</span>
        <IconX size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

/** What the stage shows and how. */
export function Toolbar() {
  return (
    <div className={classes.toolbar}>
      <ProjectionPicker />
      <SpaceSwitch />
      <ColorAndShape />
      <Selection />
      <Tools />
    </div>
  );
}
