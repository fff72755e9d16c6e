import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { CsvFormat } from '../../engine/datasets/csv/types.ts';
import { type Offer, useFiles } from '../../state/files/store.ts';
import { fileName } from '../../worker/files/kept.ts';
import { CsvForm } from './CsvForm.tsx';
import { chooseFiles } from './door.ts';
import { FormatForm } from './FormatForm.tsx';
import classes from './files.module.css';
import { IdxForm } from './IdxForm.tsx';
import { takeAwaited } from './open-table.ts';
import { PasteForm } from './PasteForm.tsx';
import { useReading } from './useReading.ts';

const close = () => useFiles.getState().setOffer(null);

function titleOf(offer: Offer | null): string {
  if (offer?.kind === 'files') return offer.files.map(({ name }) => name).join(', ');
  return offer?.kind === 'columns' ? fileName(offer.file) : 'Paste a table';
}

function Progress({ loaded, total }: { loaded: number; total: number }) {
  return (
    <div className={classes.form}>
      <progress aria-label="Reading" max={total} value={loaded} className={classes.progress} />
      <div className={classes.buttons}>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function Failed({ problem }: { problem: string }) {
  return (
    <div className={classes.form}>
      <p role="alert" className={classes.error}>
        {problem}
      </p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={close}>
          Close
        </Button>
        <Button onClick={chooseFiles}>Open another file…</Button>
      </div>
    </div>
  );
}

/** What somebody has said of how an offered table is written: of each offer anew. */
function useStated(offer: Offer | null) {
  const [said, setSaid] = useState<{ offer: Offer; stated: Partial<CsvFormat> } | null>(null);
  const stated = said && said.offer === offer ? said.stated : NOTHING;
  return [stated, (next: Partial<CsvFormat>) => offer && setSaid({ offer, stated: next })] as const;
}
const NOTHING: Partial<CsvFormat> = {};

/** Asks what of a file, or of a pasted table, is to be clustered. */
export function FileDialog() {
  const offer = useFiles((state) => state.offer);
  const [stated, setStated] = useStated(offer);
  const reading = useReading(offer, stated);
  const file = reading?.phase === 'read' ? reading.file : null;
  const isStale = reading?.phase === 'read' && reading.isStale;
  useEffect(() => {
    if (file && takeAwaited(file)) close();
  }, [file]);
  // Of a table that was kept only the columns can be chosen anew.
  const isAsked =
    offer?.kind !== 'columns' && (file ? file.kind === 'csv' : reading?.phase === 'failed' && reading.isTable);
  return (
    <Modal
      opened={offer !== null}
      onClose={close}
      title={titleOf(offer)}
      size={file || isAsked ? 760 : 520}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isAsked && (
        <FormatForm stated={stated} format={file?.kind === 'csv' ? file.format : null} onChange={setStated} />
      )}
      {(!reading || reading.phase === 'reading') && <Progress {...(reading ?? { loaded: 0, total: 1 })} />}
      {reading?.phase === 'paste' && <PasteForm />}
      {reading?.phase === 'failed' && <Failed problem={reading.problem} />}
      {file?.kind === 'csv' && (
        <CsvForm key={`${file.digest} ${JSON.stringify(file.format)}`} file={file} isStale={isStale} onDone={close} />
      )}
      {file?.kind === 'idx' && <IdxForm key={file.digest} file={file} onDone={close} />}
    </Modal>
  );
}
