import { type ComponentType, lazy, Suspense } from 'react';

const found = import.meta.glob<{ MapPanel: ComponentType }>('./map/MapPanel.tsx');
const [load] = Object.values(found);
const MapPanel = load && lazy(async () => ({ default: (await load()).MapPanel }));

/** The map of all images, where there is one. */
export function MapPlace() {
  return MapPanel ? (
    <Suspense>
      <MapPanel />
    </Suspense>
  ) : null;
}
