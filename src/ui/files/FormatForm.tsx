import type { CsvFormat, Decimal } from '../../engine/datasets/csv/types.ts';
import { Picker } from '../controls/Picker.tsx';
import { Segmented } from '../controls/Segmented.tsx';
import { SEPARATORS } from './csv-words.ts';
import classes from './files.module.css';

const DECIMALS = [
  { value: '.', label: 'point' },
  { value: ',', label: 'comma' },
] as const;

interface Props {
  /** What somebody has said. */
  stated: Partial<CsvFormat>;
  /** How the table was read; null: it could not be. */
  format: CsvFormat | null;
  onChange(stated: Partial<CsvFormat>): void;
}

/** How a table is written, where it was not found out rightly. */
export function FormatForm({ stated, format, onChange }: Props) {
  const found = format && !stated.sep ? `automatic: ${SEPARATORS[format.sep] ?? format.sep}` : 'automatic';
  const separators = Object.entries(SEPARATORS).map(([value, label]) => ({ value, label }));
  const setSep = (sep: string) => {
    const { sep: _, ...others } = stated;
    onChange(sep === '' ? others : { ...others, sep });
  };
  return (
    <fieldset className={classes.format} aria-label="How the table is written">
      <div className={classes.formatField}>
        <span className={classes.formatName} aria-hidden="true">
          Delimiter
        </span>
        <div className={classes.formatPicker}>
          <Picker
            name="Delimiter"
            value={stated.sep ?? ''}
            groups={[{ group: '', options: [{ value: '', label: found }, ...separators] }]}
            onChange={setSep}
          />
        </div>
      </div>
      <div className={classes.formatField}>
        <span className={classes.formatName} aria-hidden="true">
          Decimal
        </span>
        <Segmented<Decimal>
          name="Decimal sign"
          value={stated.decimal ?? format?.decimal ?? '.'}
          options={DECIMALS}
          onChange={(decimal) => onChange({ ...stated, decimal })}
        />
      </div>
      {format && (
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={format.header}
            onChange={(event) => onChange({ ...stated, header: event.currentTarget.checked })}
          />
          The first row holds the names
        </label>
      )}
    </fieldset>
  );
}
