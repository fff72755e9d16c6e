import type { Choice } from '../../state/files/choice.ts';
import type { KeptCsv } from '../../worker/files/kept.ts';
import classes from './files.module.css';

/** More columns than this are not shown: the list below has them all. */
const COLUMNS = 40;
const ROWS = 5;

/** The first rows as they stand in the file. */
export function Preview({ file, choice }: { file: KeptCsv; choice: Choice }) {
  const shown = file.columns.slice(0, COLUMNS);
  const role = (name: string) =>
    name === choice.target ? 'target' : choice.columns.includes(name) ? 'feature' : undefined;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={classes.preview} aria-label="First rows" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {shown.map(({ name, kind }) => (
              <th key={name} scope="col" data-role={role(name)} data-number={kind === 'number' || undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.preview.slice(0, ROWS).map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name.
            <tr key={i}>
              {shown.map(({ name, kind }, j) => (
                <td key={name} data-role={role(name)} data-number={kind === 'number' || undefined}>
                  {row[j]!.slice(0, 40)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
