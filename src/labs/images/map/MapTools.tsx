import { useRun } from '../../../state/run.ts';
import { COLOR_BY, useView } from '../../../state/view.ts';
import { Segmented } from '../../../ui/controls/Segmented.tsx';
import { PointerTools } from '../../../ui/picture/PointerTools.tsx';
import { ProjectionPicker } from '../../../ui/picture/ProjectionPicker.tsx';
import { useClassNoun } from '../../../ui/useNoun.ts';
import classes from './map.module.css';
import { useMap } from './map-store.ts';

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
      <PointerTools tool={tool} setTool={setTool} resetZoom={resetZoom} moved="map" />
    </div>
  );
}
