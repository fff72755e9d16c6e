/** One entry of a combobox's list. */
export interface PickerOption {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
}
/** Entries under a heading; an empty heading is none. */
export interface PickerGroup {
  readonly group: string;
  readonly options: readonly PickerOption[];
}
