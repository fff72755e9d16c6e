import { Combobox, useCombobox } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import classes from './controls.module.css';
import type { PickerGroup, PickerOption } from './picker-groups.ts';
import { labelAt, type Typed, typedOn } from './type-ahead.ts';

interface Props {
  /** The accessible name. */
  name: string;
  /** Shown before the value, muted. */
  prefix?: string;
  value: string;
  /** What the button says of a value that is not among the options. */
  shown?: string;
  groups: readonly PickerGroup[];
  /** A full-width field, or a pill that is as wide as its words. */
  look?: 'field' | 'pill';
  mono?: boolean;
  /** Offers a search box above the options. */
  searchable?: boolean;
  onChange(value: string): void;
}

const matches = (option: PickerOption, search: string) =>
  option.label.toLowerCase().includes(search.trim().toLowerCase());

function Options({ groups, value }: Pick<Props, 'groups' | 'value'>) {
  const shown = groups.filter((group) => group.options.length > 0);
  if (shown.length === 0) return <Combobox.Empty>nothing found</Combobox.Empty>;
  return shown.map(({ group, options }) => {
    const items = options.map((option) => (
      <Combobox.Option
        key={option.value}
        value={option.value}
        active={option.value === value}
        className={classes.option}
      >
        <span>
          {option.label}
          {option.note && <small>{option.note}</small>}
        </span>
        {option.value === value && <IconCheck size={14} aria-hidden="true" />}
      </Combobox.Option>
    ));
    return group === '' ? (
      items
    ) : (
      <Combobox.Group key={group} label={group}>
        {items}
      </Combobox.Group>
    );
  });
}

/** A combobox: a button that opens a list; arrow keys, Enter and Escape as usual. */
export function Picker({ name, prefix, value, shown, groups, look = 'field', mono, searchable, onChange }: Props) {
  const [search, setSearch] = useState('');
  const [, nameList] = useReducer((times: number) => times + 1, 0);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
    onDropdownOpen: () => {
      // The list is made at once: the keys look for the option in it that is chosen, and start from there.
      flushSync(() => {});
      combobox.selectActiveOption();
      // The button names its list, which it can only now.
      nameList();
      if (searchable) combobox.focusSearchInput();
    },
  });
  const current = groups.flatMap((group) => group.options).find((option) => option.value === value);
  const typed = useRef<Typed | null>(null);
  /** Letters go to the option that begins with them, as in a list of the browser's own. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!combobox.dropdownOpened || event.ctrlKey || event.metaKey || event.altKey) return;
    typed.current = typedOn(typed.current, event.key, event.timeStamp);
    if (!typed.current) return;
    event.stopPropagation();
    const labels = groups.flatMap(({ options }) => options.map(({ label }) => label));
    const place = labelAt(labels, typed.current.text, combobox.getSelectedOptionIndex());
    if (place < 0) return;
    combobox.selectOption(place);
    // Combobox.Target names the option that its own keys went to; readers are to hear of this one.
    const chosen = document.getElementById(combobox.listId ?? '')?.querySelector('[data-combobox-selected]');
    if (chosen) event.currentTarget.setAttribute('aria-activedescendant', chosen.id);
  };
  const filtered = search
    ? groups.map((group) => ({ ...group, options: group.options.filter((option) => matches(option, search)) }))
    : groups;
  return (
    <Combobox
      store={combobox}
      // Made with the page, the lists of all pickers cost more than half of its first rendering.
      keepMounted={false}
      width={look === 'pill' ? 'max-content' : 'target'}
      position="bottom-start"
      shadow="md"
      offset={4}
      transitionProps={{ duration: 0 }}
      onOptionSubmit={(chosen) => {
        combobox.closeDropdown();
        combobox.focusTarget();
        if (chosen !== value) onChange(chosen);
      }}
    >
      <Combobox.Target targetType="button" withExpandedAttribute>
        <button
          type="button"
          className={classes.picker}
          data-look={look}
          data-mono={mono || undefined}
          aria-label={name}
          onKeyDown={onKeyDown}
          onClick={() => combobox.toggleDropdown()}
        >
          {prefix && <span className="muted">{prefix}</span>}
          <span className={classes.pickerValue}>{current?.label ?? shown ?? value}</span>
          <IconChevronDown size={14} aria-hidden="true" />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        {searchable && (
          <Combobox.Search
            aria-label={`Search ${name}`}
            placeholder="search"
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value);
              combobox.selectFirstOption();
            }}
          />
        )}
        <Combobox.Options aria-label={name} mah={440} style={{ overflowY: 'auto' }}>
          <Options groups={filtered} value={value} />
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
