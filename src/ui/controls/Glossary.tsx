import classes from './controls.module.css';

/** What some names of scikit-learn's mean, for a help. */
export function Glossary({ entries }: { entries: readonly { name: string; doc: string }[] }) {
  return (
    <dl className={classes.glossary}>
      {entries.map(({ name, doc }) => (
        <div key={name}>
          <dt className="mono">{name}</dt>
          <dd>{doc}</dd>
        </div>
      ))}
    </dl>
  );
}
