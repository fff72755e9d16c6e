/** How one walks over a sweep here: a finger cannot hover. */
export const walkHint = () =>
  matchMedia('(hover: none)').matches
    ? 'tap a cell to see it, once more to open it'
    : 'hover or use the arrow keys to walk, click or Enter to open a cell';
