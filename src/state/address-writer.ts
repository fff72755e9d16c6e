import type { Address } from './page-address.ts';

/** Browsers refuse more than about 100 writes in 30 seconds. */
export const WRITE_MS = 350;
/** Changes of one field that follow each other so closely (a key held down) are one entry of the history. */
export const SAME_ENTRY_MS = 1000;

/** Writes at most every 350 ms, and decides what is an entry of the history. */
export class AddressWriter {
  readonly #address: Address;
  readonly #now: () => number;
  #search: string | null;
  #last = { field: '', isDrag: false, time: Number.NEGATIVE_INFINITY };
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(address: Address, now: () => number, search: string | null) {
    this.#address = address;
    this.#now = now;
    this.#search = search;
  }

  change(search: string | null, field: string, isDrag: boolean): void {
    const time = this.#now();
    const { field: lastField, isDrag: wasDrag, time: lastTime } = this.#last;
    const continues = field === lastField && (wasDrag || time - lastTime < SAME_ENTRY_MS);
    this.#last = { field, isDrag, time };
    if (search === null || search === this.#search) return;
    if (continues) {
      this.amend(search);
    } else {
      this.flush();
      this.#search = search;
      this.#address.write(search, 'push');
    }
  }

  /** Another spelling of the entry that is there. */
  amend(search: string | null): void {
    if (search === null || search === this.#search) return;
    this.#search = search;
    this.#timer ??= setTimeout(() => this.flush(), WRITE_MS);
  }

  /** Writes what waits. */
  flush(): void {
    if (this.#timer === null) return;
    this.#drop();
    if (this.#search !== null) this.#address.write(this.#search, 'replace');
  }

  /** Back or Forward went to another entry: what waits belonged to the one before. */
  moved(search: string | null): void {
    this.#drop();
    this.#search = search;
    this.#last = { field: '', isDrag: false, time: Number.NEGATIVE_INFINITY };
  }

  #drop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
