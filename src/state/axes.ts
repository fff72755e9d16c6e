import type { LinearId } from '../engine/projections/specs.ts';
import type { Projected } from '../worker/api.ts';
import type { Client } from '../worker/client.ts';
import type { Arrived } from './picture.ts';

/** The axes of a linear projection, asked for once for the data that is looked at. */
export class Axes {
  readonly #client: Pick<Client, 'project'>;
  readonly #onThere: (projected: Projected) => void;
  #asked: { readonly key: string; readonly value: Projected | null } | null = null;

  constructor(client: Pick<Client, 'project'>, onThere: (projected: Projected) => void) {
    this.#client = client;
    this.#onThere = onThere;
  }

  /** Those that came last; null while others are on their way. */
  get value(): Projected | null {
    return this.#asked?.value ?? null;
  }

  async ask({ recipe, data }: Arrived, id: LinearId): Promise<void> {
    const key = `${id} ${data.key}`;
    if (this.#asked?.key === key) return;
    this.#asked = { key, value: null };
    let value: Projected;
    try {
      value = await this.#client.project(recipe, id);
    } catch {
      // The worker was lost, and the page knows. Whoever looks next asks again.
      if (this.#asked?.key === key) this.#asked = null;
      return;
    }
    if (this.#asked?.key !== key) return;
    this.#asked = { key, value };
    this.#onThere(value);
  }
}
