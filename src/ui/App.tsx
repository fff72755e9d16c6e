import { MantineProvider } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { onFirstNotice } from './notify.ts';
import { theme, variables } from './theme.ts';
import { useTheme } from './useTheme.ts';

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));

/** Where notices appear, once there is one: over the panels, not over the player. */
function Notices() {
  const [isWanted, setWanted] = useState(false);
  useEffect(() => onFirstNotice(() => setWanted(true)), []);
  return <Suspense>{isWanted && <Notifications position="bottom-right" containerWidth={320} limit={3} />}</Suspense>;
}

/** Theme and toasts around the page. */
export function App({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme={useTheme()}>
      {children}
      <Notices />
    </MantineProvider>
  );
}
