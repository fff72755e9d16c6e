import { LabPage } from '../../ui/shell/LabPage.tsx';

/** Algorithms beside each other. */
export function CompareLab() {
  return <LabPage name="Compare">…</LabPage>;
}
