import type { AlgorithmSpec } from '../../../engine/spec/algorithm.ts';
import type { Scene } from '../../../ui/picture/view.ts';
import type { LegendItem } from '../overlays/overlay.ts';
import { clusteredPlane } from './regions.ts';

/** What the coloured ground means, where the picture is of the two features that are clustered. */
export function regionWords(scene: Scene, spec: AlgorithmSpec | null): LegendItem[] {
  if (!spec || !clusteredPlane(scene)) return [];
  const words =
    spec.regions === 'neighbours'
      ? `nearest labelled neighbour (${spec.title} has no predict)`
      : 'where a new point would fall';
  return [{ mark: 'region', words }];
}
