import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Choice, canBeFeature, canBeTarget, problemOf, suggested } from '../../state/files/choice.ts';
import { fileOf } from '../../state/files/store.ts';
import { useRecipe } from '../../state/recipe.ts';
import type { KeptCsv } from '../../worker/files/kept.ts';
import { Picker } from '../controls/Picker.tsx';
import { ColumnList } from './ColumnList.tsx';
import { choiceWords, fileWords } from './csv-words.ts';
import classes from './files.module.css';
import { openTable } from './open-table.ts';
import { Preview } from './Preview.tsx';

interface Props {
  file: KeptCsv;
  /** It is being read anew, in another format. */
  isStale: boolean;
  onDone(): void;
}

/** What was chosen of this file before, or what it suggests. */
function firstChoice(file: KeptCsv): Choice {
  const { dataset } = useRecipe.getState().recipe;
  if (typeof dataset !== 'object' || !('csv' in dataset) || fileOf(dataset) !== file) return suggested(file);
  const { target = null, columns } = dataset as { target?: string; columns?: readonly string[] };
  const all = file.columns.filter((column) => canBeFeature(column) && column.name !== target);
  return { columns: columns ?? all.map(({ name }) => name), target };
}

/** Which columns of a table are features, and which one holds the true classes. */
export function CsvForm({ file, isStale, onDone }: Props) {
  const [choice, setChoice] = useState(() => firstChoice(file));
  const { columns, target } = choice;
  const problem = problemOf(file, choice);
  const targets = file.columns.filter((column) => canBeTarget(column, file.rows));
  const setTarget = (name: string) =>
    setChoice({ columns: columns.filter((column) => column !== name), target: name === '' ? null : name });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (problem || isStale) return;
        void openTable(file, choice);
        onDone();
      }}
    >
      <p className="muted">
        {fileWords(file)}
        <br />
        The table stays on this machine: it is read and clustered in this browser, and sent nowhere.
      </p>
      <Preview file={file} choice={choice} />
      <ColumnList
        columns={file.columns}
        chosen={columns}
        target={target}
        onChange={(next) => setChoice({ columns: next, target })}
      />
      <div className={classes.target}>
        <span id="true-class">True class</span>
        <Picker
          name="True class"
          value={target ?? ''}
          groups={[
            { group: '', options: [{ value: '', label: 'none' }] },
            { group: 'Columns', options: targets.map(({ name }) => ({ value: name, label: name })) },
          ]}
          onChange={setTarget}
        />
        <span className="muted">not clustered; the result is compared with it</span>
      </div>
      <div className={classes.buttons}>
        <p role="status" className={problem ? classes.error : classes.summary}>
          {problem ?? choiceWords(file, choice)}
        </p>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" data-autofocus="" disabled={problem !== null || isStale}>
          Cluster this table
        </Button>
      </div>
    </form>
  );
}
