import { startTransition, useEffect, useState } from 'react';
import type { Answer, AnswerTo, Ask } from '../../engine/explore/types.ts';
import type { Recipe } from '../../engine/recipe.ts';
import { many } from '../../state/many.ts';

export interface Answered<A extends Ask> {
  /** Of the same data; while another question about it is under way, the answer to the last. */
  readonly answer: AnswerTo<A> | null;
  /** Why there is none. */
  readonly error: string | null;
}

/** The part of a recipe that a question is about: only PCA is of what is clustered. */
export function dataPart({ dataset, rows, features, scaler, algorithm }: Recipe, ask: Ask): Recipe {
  const all = { dataset, ...(rows !== undefined && { rows }), algorithm, params: {} };
  if (ask.kind !== 'pca') return all;
  return { ...all, ...(features && ask.of === 'features' && { features }), ...(scaler && { scaler }) };
}

/** The last answers, so that going back to a section shows it at once. */
const kept = new Map<string, Answer>();
const MOST_KEPT = 24;

function keep(key: string, answer: Answer): void {
  kept.set(key, answer);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
}

interface Stored {
  readonly data: string;
  readonly ask: Ask;
  readonly answer: Answer | null;
  readonly error: string | null;
}

/** Whether an answer to the one question may stand while the other is under way: its groups must be the same. */
function suits(answered: Ask, asked: Ask): boolean {
  const groups = (ask: Ask) => ('groups' in ask ? ask.groups : null);
  const [a, b] = [groups(answered), groups(asked)];
  return answered.kind === asked.kind && (a === b || (a?.of === b?.of && a?.of !== 'labels'));
}

/** Labels differ from run to run: what was asked with them is not kept. */
const keyOf = (data: string, ask: Ask) =>
  'groups' in ask && ask.groups.of === 'labels' ? null : data + JSON.stringify(ask);

/**
 * Asks a worker about the data of a recipe, anew whenever recipe or question change. Give it the same `ask` object while the
 * question is the same.
 */
export function useAnswer<A extends Ask>(recipe: Recipe | null, ask: A): Answered<A> {
  const part = recipe && dataPart(recipe, ask);
  const data = part && JSON.stringify([part.dataset, part.rows, part.features, part.scaler]);
  const [state, setState] = useState<Stored | null>(null);
  const key = data && keyOf(data, ask);
  const known = key ? kept.get(key) : undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `data` spells all of the recipe that matters.
  useEffect(() => {
    if (!part || !data || known) return;
    const controller = new AbortController();
    many()
      .explore(part, ask, { signal: controller.signal })
      .then(
        (answer) => {
          if (key) keep(key, answer);
          // A page of a whole table and its charts is made in slices.
          startTransition(() => setState({ data, ask, answer, error: null }));
        },
        (error: Error) => {
          if (!controller.signal.aborted) setState({ data, ask, answer: null, error: error.message });
        },
      );
    return () => controller.abort();
  }, [data, ask]);

  if (known) return { answer: known as AnswerTo<A>, error: null };
  if (!state || state.data !== data || !suits(state.ask, ask)) return { answer: null, error: null };
  return { answer: state.answer as AnswerTo<A> | null, error: state.error };
}
