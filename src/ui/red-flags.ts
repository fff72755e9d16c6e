import { useMemo } from 'react';
import { algorithmSpec } from '../engine/algorithms/specs.ts';
import { redFlags } from '../engine/spec/flags.ts';
import type { Outcome } from '../worker/api.ts';
import { useNoun } from './useNoun.ts';

/** What looks wrong with a result: the method's own words, or, where it has none, what can be said of any method. */
export function useRedFlags(shown: Outcome | null): readonly string[] {
  const noun = useNoun();
  return useMemo(() => {
    if (!shown) return [];
    const { recipe, labels, warnings } = shown;
    const specs = algorithmSpec(recipe.algorithm)?.params;
    return warnings.length > 0 || !specs ? warnings : redFlags({ labels, specs, params: recipe.params, noun });
  }, [shown, noun]);
}

/** A flag in short, without its reasons and its advice: "Nearly all points are noise (91.3 %)". */
export const shortFlag = (flag: string): string => /^.*?(?=[.:;](?:\s|$))/.exec(flag)?.[0] ?? flag;
