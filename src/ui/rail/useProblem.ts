import { useRun } from '../../state/run.ts';

/** What is wrong with a field of the recipe that is asked for; an error inside the field (`params.init[1]`) counts. */
export function useProblem(field: string): string | null {
  return useRun(({ error }) => {
    if (!error) return null;
    const rest = error.field.startsWith(field) ? error.field.slice(field.length) : null;
    return rest === '' || rest?.startsWith('[') || rest?.startsWith('.') ? error.problem : null;
  });
}
