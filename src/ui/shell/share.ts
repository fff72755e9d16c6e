import { notifications } from '@mantine/notifications';

/** Copies the address, which spells the whole recipe, and says so; where copying is not allowed, shows it to be copied. */
export async function share(): Promise<void> {
  const { href } = location;
  try {
    await navigator.clipboard.writeText(href);
    notifications.show({ message: 'Link copied. It opens the page in exactly this state.', autoClose: 4000 });
  } catch {
    notifications.show({ title: 'Copy this link', message: href, autoClose: false });
  }
}
