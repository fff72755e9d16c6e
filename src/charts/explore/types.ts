/** How a group of rows (a class, a cluster) looks; its place in a list is its number. */
export interface GroupLook {
  readonly name: string;
  readonly color: string;
}

/** The rows' word, for axes and tips. */
export interface RowWords {
  readonly one: string;
  readonly many: string;
}
