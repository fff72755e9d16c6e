import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { theme, variables } from './theme.ts';
import { useTheme } from './useTheme.ts';

/** Theme and toasts around the page. */
export function App({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme={useTheme()}>
      {children}
      <Notifications position="bottom-center" limit={3} />
    </MantineProvider>
  );
}
