import type { DatasetRef } from '../../engine/dataset-ref.ts';
import { SCALERS, type Scaler } from '../../engine/spec/dataset.ts';
import { fullScaleOf } from '../../engine/spec/features.ts';

/** The scalers that make sense for a dataset: `unit` divides by the full scale of pixels, where there are pixels. */
export function scalersFor(dataset: DatasetRef): readonly Scaler[] {
  return SCALERS.filter((scaler) => scaler !== 'unit' || fullScaleOf(dataset) !== null);
}
