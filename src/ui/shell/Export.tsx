import { lazy, Suspense, useState } from 'react';
import { useHasPicture } from '../useHasPicture.ts';
import { ExportButton } from './ExportButton.tsx';

const ExportMenu = lazy(async () => ({ default: (await import('./ExportMenu.tsx')).ExportMenu }));

/** The button "Export" and, loaded after the first picture, its menu. */
export function Export({ className }: { className?: string }) {
  const hasPicture = useHasPicture();
  const [asked, setAsked] = useState(false);
  const alone = <ExportButton className={className} onClick={() => setAsked(true)} />;
  if (!hasPicture) return alone;
  return (
    <Suspense fallback={alone}>
      <ExportMenu className={className} opened={asked} />
    </Suspense>
  );
}
