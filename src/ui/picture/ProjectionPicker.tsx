import { useMemo } from 'react';
import { useRun } from '../../state/run.ts';
import { useView } from '../../state/view.ts';
import { Picker } from '../controls/Picker.tsx';
import { MANY_FEATURES, projectionGroups, projectionId, projectionOf } from './projections.ts';
import { isPair } from './view.ts';

const none: readonly string[] = [];

/** Two pickers for the axes, where a list of all pairs would be too long. */
function Axes({ names }: { names: readonly string[] }) {
  const projection = useView((view) => view.projection);
  if (!isPair(projection)) return null;
  const groups = [{ group: '', options: names.map((label, column) => ({ value: String(column), label })) }];
  const axis = (name: string, i: 0 | 1) => (
    <Picker
      name={name}
      prefix={name[0]!.toLowerCase()}
      look="pill"
      searchable
      value={String(projection[i])}
      groups={groups}
      onChange={(column) =>
        useView.getState().setProjection(i === 0 ? [Number(column), projection[1]] : [projection[0], Number(column)])
      }
    />
  );
  return (
    <>
      {axis('X axis', 0)}
      {axis('Y axis', 1)}
    </>
  );
}

/** How the data at hand is looked at, in every lab that draws its points. */
export function ProjectionPicker() {
  const names = useRun(({ data }) => data?.table.featureNames) ?? none;
  const projection = useView((view) => view.projection);
  const groups = useMemo(() => projectionGroups(names, projection), [names, projection]);
  return (
    <>
      <Picker
        name="Projection"
        prefix="View"
        look="pill"
        value={names.length > 0 ? projectionId(projection) : '…'}
        groups={groups}
        onChange={(id) => useView.getState().setProjection(projectionOf(id))}
      />
      {names.length > MANY_FEATURES && <Axes names={names} />}
    </>
  );
}
