import { RecipeError } from '../engine/types.ts';
import type { Failure, Reply } from './api.ts';
import { Cancelled } from './errors.ts';

/** Runs the work and turns what it throws into data: comlink would keep nothing of an Error but its message. */
export async function toReply<T>(work: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
}

function toFailure(error: unknown): Failure {
  if (error instanceof RecipeError) return { kind: 'recipe', field: error.field, problem: error.problem };
  if (error instanceof Cancelled) return { kind: 'cancelled' };
  if (error instanceof Error) return { kind: 'internal', message: error.message, stack: error.stack ?? '' };
  return { kind: 'internal', message: String(error), stack: '' };
}

/** The value of a reply. @throws what the worker threw: RecipeError, Cancelled, or an Error with the worker's stack */
export function fromReply<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value;
  const { failure } = reply;
  if (failure.kind === 'recipe') throw new RecipeError(failure.field, failure.problem);
  if (failure.kind === 'cancelled') throw new Cancelled();
  throw Object.assign(new Error(failure.message), { stack: failure.stack });
}
