import classes from './explore.module.css';

interface Props {
  page: number;
  pages: number;
  /** What is paged through: "columns". */
  of: string;
  onPage(page: number): void;
}

/** Nothing where one page holds all. */
export function Pager({ page, pages, of, onPage }: Props) {
  if (pages < 2) return null;
  const at = Math.min(page, pages - 1);
  return (
    <nav className={classes.pager} aria-label={`Pages of ${of}`}>
      <button type="button" className={classes.link} disabled={at === 0} onClick={() => onPage(at - 1)}>
        previous
      </button>
      page {at + 1} of {pages}
      <button type="button" className={classes.link} disabled={at === pages - 1} onClick={() => onPage(at + 1)}>
        next
      </button>
    </nav>
  );
}
