import type { Why } from '../../engine/spec/algorithm.ts';
import { fixed, grouped } from '../../engine/spec/words.ts';
import { NOISE } from '../../engine/types.ts';
import classes from './picture.module.css';

/** Counts as they are, measures to three digits. */
const short = (value: number) => (Number.isInteger(value) ? grouped(value) : String(Number(value.toPrecision(3))));

export const clusterName = (cluster: number) =>
  cluster >= 0 ? cluster : cluster === NOISE ? 'noise' : 'in no cluster yet';

/** Sums are checked by eye: all values of a table have the same decimals, three digits of the largest. */
function decimals(rows: readonly { readonly values: readonly number[] }[]): number {
  const most = Math.max(...rows.flatMap(({ values }) => values.map(Math.abs)));
  return most > 0 ? Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(most)))) : 0;
}

/** The figures that decided where they are of several kinds: a line a candidate. */
function Deciding({ caption, columns, rows }: NonNullable<Why['table']>) {
  const places = decimals(rows);
  return (
    <table className={classes.deciding}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, values }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, at) => (
              <td key={columns[at]}>{fixed(value, places)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why a row is where it is: a figure for each cluster, the reason in words, and what decided. */
export function Reason({ why, color }: { why: Why; color: (cluster: number) => string }) {
  return (
    <>
      {why.figures.length > 0 && <p className={classes.caption}>{why.caption}</p>}
      <ul className={classes.figures} aria-label={why.caption}>
        {why.figures.map(({ cluster, value }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several figures may be of one cluster; their order is what tells them apart.
          <li key={i}>
            <span className={classes.dot} style={{ background: color(cluster) }} />
            <span className="visually-hidden">{clusterName(cluster)}: </span>
            {short(value)}
          </li>
        ))}
      </ul>
      <p className="muted">{why.reason}</p>
      {why.table && <Deciding {...why.table} />}
    </>
  );
}
