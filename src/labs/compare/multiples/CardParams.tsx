import { Popover } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { algorithmSpec } from '../../../engine/algorithms/specs.ts';
import { counts, equalsDefault } from '../../../engine/spec/defaults.ts';
import type { Params } from '../../../engine/types.ts';
import { useCompare } from '../../../state/compare/store.ts';
import controls from '../../../ui/controls/controls.module.css';
import { ParamControl } from '../../../ui/rail/ParamControl.tsx';
import { ParamList } from '../../../ui/rail/ParamList.tsx';
import type { Entry } from './comparison.ts';
import classes from './multiples.module.css';

function OneParam({ entry, params, name }: { entry: Entry; params: Params; name: string }) {
  const { id, algorithm } = entry.participant;
  const specs = algorithmSpec(algorithm)!.params;
  const param = specs[name]!;
  if (!counts(specs, params, name)) return null;
  const given = params[name];
  const value = given === undefined ? param.default : given;
  const { result } = entry;
  const isAtFault = result?.status === 'failed' && result.field.startsWith(`params.${name}`);
  const { setParam } = useCompare.getState();
  return (
    <ParamControl
      name={name}
      param={param}
      value={value}
      isDefault={equalsDefault(specs, name, value)}
      problem={isAtFault ? result.problem : null}
      onChange={(next, done) => setParam(id, params, name, next, done ? 'commit' : 'drag')}
      onReset={() => setParam(id, params, name, undefined)}
    />
  );
}

function AllParams({ entry }: { entry: Entry }) {
  const { participant, recipe } = entry;
  const params = recipe?.params ?? participant.params ?? {};
  const specs = algorithmSpec(participant.algorithm)?.params ?? {};
  return (
    <>
      <ParamList
        specs={specs}
        render={(param) => <OneParam key={param} entry={entry} params={params} name={param} />}
      />
      {participant.params && (
        <button
          type="button"
          className={classes.link}
          onClick={() => useCompare.getState().resetParams(participant.id)}
        >
          back to the start values of this dataset
        </button>
      )}
    </>
  );
}

/** The parameters of one that takes part, in place. What opens is made when it is first asked for. */
export function CardParams({ entry }: { entry: Entry }) {
  const { name } = entry;
  const [opened, setOpened] = useState<boolean | null>(null);
  const target = useRef<HTMLButtonElement>(null);
  const button = (
    <button
      ref={target}
      type="button"
      className={controls.icon}
      aria-label={`Parameters of ${name}`}
      aria-haspopup="dialog"
      title="Parameters"
      onClick={() => setOpened(!opened)}
    >
      <IconAdjustmentsHorizontal size={16} aria-hidden="true" />
    </button>
  );
  if (opened === null) return button;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={304}
      position="bottom-end"
      shadow="md"
      trapFocus
      onClose={() => target.current?.focus()}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown className={classes.params} aria-label={`Parameters of ${name}`}>
        <AllParams entry={entry} />
      </Popover.Dropdown>
    </Popover>
  );
}
