import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFiles } from '../../state/files/store.ts';
import classes from './files.module.css';

/** A box for a table that comes from a spreadsheet or a text. */
export function PasteForm() {
  const [text, setText] = useState('');
  const { setOffer } = useFiles.getState();
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setOffer({ kind: 'text', text });
      }}
    >
      <p className="muted">
        Cells from a spreadsheet, or lines with commas, semicolons or tabs between the cells. The table stays on this
        machine.
      </p>
      <textarea
        className={classes.text}
        aria-label="Table"
        data-autofocus=""
        spellCheck={false}
        rows={12}
        placeholder={'x,y,kind\n1.5,2,a\n2.5,3,b'}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setOffer(null)}>
          Cancel
        </Button>
        <Button type="submit" disabled={text.trim() === ''}>
          Read the table
        </Button>
      </div>
    </form>
  );
}
