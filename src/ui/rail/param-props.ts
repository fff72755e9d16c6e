import type { Param } from '../../engine/spec/kinds.ts';
import type { ParamValue } from '../../engine/types.ts';

/** What the control of one parameter is given. */
export interface ParamControlProps {
  name: string;
  param: Param;
  value: ParamValue;
  isDefault: boolean;
  /** No parameter of scikit-learn's: its default is nobody else's. */
  isOurs?: boolean;
  /** Whose default it is. */
  reference?: string;
  /** A sentence from the run that names this parameter. */
  problem: string | null;
  /** `done`: the end of a drag or an entry; until then the picture follows, the history does not. */
  onChange(value: ParamValue, done: boolean): void;
  onReset(): void;
}

/** A word as a key: None has none of its own. */
export const wordKey = (word: string | null) => word ?? '(None)';
