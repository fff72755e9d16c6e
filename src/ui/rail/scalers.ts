import { type DatasetSpec, SCALERS, type Scaler } from '../../engine/spec/dataset.ts';

/** The scalers that make sense for a dataset: `unit` divides by the full scale of pixels, where there are pixels. */
export function scalersFor(spec: DatasetSpec | undefined): readonly Scaler[] {
  return SCALERS.filter((scaler) => scaler !== 'unit' || (spec !== undefined && spec.fullScale !== null));
}
