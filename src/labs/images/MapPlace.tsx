import { lazy, Suspense } from 'react';

const MapPanel = lazy(async () => ({ default: (await import('./map/MapPanel.tsx')).MapPanel }));

/** The map of all images, which loads after the images of the clusters. */
export function MapPlace() {
  return (
    <Suspense>
      <MapPanel />
    </Suspense>
  );
}
