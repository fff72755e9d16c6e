import { LABS } from '../state/labs.ts';
import { useView } from '../state/view.ts';
import { playerKeys } from './player/player-keys.ts';

/** One shortcut: what is pressed, what it does; `run` is absent where a chart or a control handles it itself. */
export interface Shortcut {
  readonly keys: readonly string[];
  readonly label: string;
  /** Counts only where something can be played. */
  readonly plays?: true;
  readonly match?: (key: string) => boolean;
  readonly run?: (key: string) => void;
}

/** The number keys, as soon as there is more than one lab to choose. */
const labKeys: readonly Shortcut[] =
  LABS.length < 2
    ? []
    : [
        {
          keys: LABS.map((_, i) => String(i + 1)),
          label: 'Choose a lab',
          match: (key) => LABS[Number(key) - 1] !== undefined,
          run: (key) => useView.getState().setLab(LABS[Number(key) - 1]!),
        },
      ];

/** The list behind the keyboard handler and the dialog alike. `?` is the shell's, which owns that dialog. */
export const shortcuts: readonly Shortcut[] = [
  {
    keys: ['Space'],
    label: 'Play or pause',
    plays: true,
    match: (key) => key === ' ',
    run: () => playerKeys()?.toggle(),
  },
  {
    keys: ['←', '→'],
    label: 'Step back, step forward',
    plays: true,
    match: (key) => key === 'ArrowLeft' || key === 'ArrowRight',
    run: (key) => playerKeys()?.step(key === 'ArrowLeft' ? -1 : 1),
  },
  {
    keys: ['Home', 'End'],
    label: 'First step, last step',
    plays: true,
    match: (key) => key === 'Home' || key === 'End',
    run: (key) => (key === 'Home' ? playerKeys()?.toStart() : playerKeys()?.toEnd()),
  },
  ...labKeys,
  {
    keys: ['Esc'],
    label: 'Clear the selection',
    match: (key) => key === 'Escape',
    run: () => useView.getState().clearSelection(),
  },
  { keys: ['Shift', 'Alt'], label: 'While selecting: add, remove' },
  { keys: ['Enter'], label: 'On the stage: to a point; arrows go on, Enter selects' },
  { keys: ['+', '−', '0'], label: 'On the stage: zoom in, out, all' },
  { keys: ['A'], label: 'On the stage: select all that is in view' },
  { keys: ['↑', '↓', '←', '→'], label: 'On a centre: move it; on a disc’s rim: change its radius (Shift: faster)' },
  { keys: ['?'], label: 'Show the keys' },
];

const CONTROLS =
  'input, textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=menu], [role=dialog], [role=slider]';
const SLIDERS = 'input[type=range], [role=slider]';
const NOT_TYPED_INTO = `${SLIDERS}, input[type=radio], input[type=checkbox]`;
const POPUPS = '[role=dialog], [role=menu], [role=listbox]';
const PRESSED = 'button, a, summary, [role=button], [role=tab]';

/** Whether a key pressed there belongs to what has the focus, not to the page. */
function belongsToControl(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  // A slider has no use for Space; a button is pressed by it.
  if (key === ' ') return target.closest(SLIDERS) === null && target.closest(`${CONTROLS}, ${PRESSED}`) !== null;
  // Nor has it, or a choice, for a figure: whoever has just chosen a section goes to another lab by its number.
  if (/^\d$/.test(key) && target.matches(NOT_TYPED_INTO)) return target.closest(POPUPS) !== null;
  if (key === 'Escape') return target.closest(`${POPUPS}, [aria-expanded=true]`) !== null;
  return target.closest(CONTROLS) !== null;
}

/** Runs the shortcut of a key, unless it belongs to a control or comes with a modifier. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (belongsToControl(event.target, event.key)) return;
  const shortcut = shortcuts.find(({ match }) => match?.(event.key));
  if (!shortcut?.run || (shortcut.plays && !playerKeys())) return;
  event.preventDefault();
  shortcut.run(event.key);
}
