import type { NotificationData } from '@mantine/notifications';

type Listener = () => void;
let listener: Listener | null = null;
let isWanted = false;

/** Is told once, when there is first something to show: only then is the code for it loaded. */
export function onFirstNotice(onFirst: Listener): () => void {
  listener = onFirst;
  if (isWanted) onFirst();
  return () => {
    if (listener === onFirst) listener = null;
  };
}

/** Shows a notice that comes and goes. */
export async function notify(notice: NotificationData): Promise<void> {
  isWanted = true;
  listener?.();
  const { notifications } = await import('@mantine/notifications');
  notifications.show(notice);
}
