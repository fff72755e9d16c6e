type RaceButton = 'open' | 'close';

let awaited: RaceButton | null = null;

/** The button that was pressed goes away with what it stands in: the focus goes on to this one, once it is there. */
export function handFocusTo(button: RaceButton): void {
  awaited = button;
}

/** The ref of a button that the focus may be handed to: one function a button, so that it counts when the button is mounted. */
const takesFocus = (button: RaceButton) => (node: HTMLElement | null) => {
  if (!node || awaited !== button) return;
  awaited = null;
  node.focus({ preventScroll: true });
};

export const takesOpen = takesFocus('open');
export const takesClose = takesFocus('close');
