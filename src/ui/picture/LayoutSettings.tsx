import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { type LayoutId, projectionSpec } from '../../engine/projections/specs.ts';
import { completeParams } from '../../engine/spec/defaults.ts';
import type { ParamValue } from '../../engine/types.ts';
import { useView } from '../../state/view.ts';
import { formatValue } from '../controls/param-text.ts';
import { ParamControl } from '../rail/ParamControl.tsx';
import { ParamList } from '../rail/ParamList.tsx';
import classes from './picture.module.css';

/** One parameter; a layout begins anew only where the hand lets go, for it takes seconds. */
function Setting({ id, name, value }: { id: LayoutId; name: string; value: ParamValue }) {
  const [dragged, setDragged] = useState<ParamValue | undefined>(undefined);
  const { params, reference } = projectionSpec(id)!;
  const param = params[name]!;
  const take = (next: ParamValue) => {
    setDragged(undefined);
    useView.getState().setLayoutParam(id, name, next);
  };
  const shown = dragged === undefined ? value : dragged;
  return (
    <ParamControl
      name={name}
      param={param}
      value={shown}
      reference={reference}
      isDefault={shown === param.default}
      problem={null}
      onChange={(next, done) => (done ? take(next) : setDragged(next))}
      onReset={() => take(param.default)}
    />
  );
}

/** What a layout goes by: its main parameters in a line, all of them behind it. */
export function LayoutSettings({ id }: { id: LayoutId }) {
  const [open, setOpen] = useState(false);
  const { title, params } = projectionSpec(id)!;
  const own = useView((view) => view.layoutParams[id]);
  const complete = completeParams(params, own ?? {});
  const main = Object.keys(params).filter((name) => !params[name]!.advanced || Object.hasOwn(own ?? {}, name));
  return (
    <>
      <button
        type="button"
        className={classes.settings}
        aria-expanded={open}
        aria-label={`Settings of ${title}`}
        onClick={() => setOpen(!open)}
      >
        <IconChevronRight size={14} aria-hidden="true" data-open={open || undefined} />
        <span className="mono">{main.map((name) => `${name} ${formatValue(complete[name]!)}`).join(' · ')}</span>
      </button>
      {open && (
        <fieldset className={classes.params} aria-label={`${title} parameters`}>
          <ParamList
            specs={params}
            render={(name) => <Setting key={`${id} ${name}`} id={id} name={name} value={complete[name]!} />}
          />
        </fieldset>
      )}
    </>
  );
}
